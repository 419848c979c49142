/** Looks inside images: jobs in PostgreSQL, claimed by whoever is free. */
@NullMarked
package dev.breakwater.central.images.internal.scan;

import org.jspecify.annotations.NullMarked;

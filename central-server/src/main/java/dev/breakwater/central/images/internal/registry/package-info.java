/** Where images are fetched from, and how: what people set, and the access that a scan gets of it. */
@NullMarked
package dev.breakwater.central.images.internal.registry;

import org.jspecify.annotations.NullMarked;

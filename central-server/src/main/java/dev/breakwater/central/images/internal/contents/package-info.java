/** What was found inside images: kept, and read again as facts of workloads. */
@NullMarked
package dev.breakwater.central.images.internal.contents;

import org.jspecify.annotations.NullMarked;

/** What looking into an image costs, against what its layers cost to be unpacked and listed. */
@NullMarked
package dev.breakwater.bench.image;

import org.jspecify.annotations.NullMarked;

/** From the bytes of a layer to what is in it: unpacking, the tar, the walk over its entries, and putting layers together. */
@NullMarked
package dev.breakwater.scanner.layer;

import org.jspecify.annotations.NullMarked;

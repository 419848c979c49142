/**
 * The facts on the wire between sensor and central, and their mapping to and from the model.
 *
 * <p>{@link dev.breakwater.contracts.FactCodec} is the way in. Both directions of a kind stand beside each other in one
 * package-private mapping, and both check the same limits ({@link dev.breakwater.contracts.WireLimits}), so that what one
 * side writes the other can read. The generated messages are in {@code dev.breakwater.contracts.v1}.
 */
@NullMarked
package dev.breakwater.contracts;

import org.jspecify.annotations.NullMarked;

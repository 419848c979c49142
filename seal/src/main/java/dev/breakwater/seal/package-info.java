/**
 * What makes handed-out files evidence: keys ({@link dev.breakwater.seal.SealKeys}), the signed list of a report's files
 * ({@link dev.breakwater.seal.Manifest}), its one-file form ({@link dev.breakwater.seal.SealedBundle}) and the chain of days
 * ({@link dev.breakwater.seal.Day}). Central writes and {@code bwctl} verifies with the same code; no clock, no network.
 */
@NullMarked
package dev.breakwater.seal;

import org.jspecify.annotations.NullMarked;

/** Reads, compares and writes the file. Entry: {@code StoredTransfer}. */
@NullMarked
package dev.breakwater.central.transfer.internal;

import org.jspecify.annotations.NullMarked;

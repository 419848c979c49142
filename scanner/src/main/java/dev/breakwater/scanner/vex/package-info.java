/**
 * VEX documents in the formats of others: {@link dev.breakwater.scanner.vex.VexDocuments} reads them,
 * {@link dev.breakwater.scanner.vex.VexWriter} writes them.
 */
@NullMarked
package dev.breakwater.scanner.vex;

import org.jspecify.annotations.NullMarked;

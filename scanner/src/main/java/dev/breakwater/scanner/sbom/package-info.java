/**
 * Bills of materials and the reports of other scanners. {@link dev.breakwater.scanner.sbom.Documents} reads them,
 * {@link dev.breakwater.scanner.sbom.BillWriter} writes bills.
 */
@NullMarked
package dev.breakwater.scanner.sbom;

import org.jspecify.annotations.NullMarked;

/** What other scanners claim is wrong with images. Entry: {@code StoredClaims}; which of it counts says the view {@code counted_claims}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.claim;

import org.jspecify.annotations.NullMarked;

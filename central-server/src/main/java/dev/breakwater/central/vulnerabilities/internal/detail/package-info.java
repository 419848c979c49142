/** One vulnerability, and why what is wrong with an image changed. Entry: {@code StoredVulnerabilityDetails}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.detail;

import org.jspecify.annotations.NullMarked;

/** The lists, and what is counted for them. Entry: {@code StoredVulnerabilities}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.list;

import org.jspecify.annotations.NullMarked;

/** Holds packages against advisories and keeps what is found. Entry: {@code Matching}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.match;

import org.jspecify.annotations.NullMarked;

/** What people decided, as documents for others. Entry: {@code StoredVex}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.vex;

import org.jspecify.annotations.NullMarked;

/** What people decided, as documents for others, and what others say in theirs. Entry: {@code StoredVex}, {@code StoredVexImports}. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal.vex;

import org.jspecify.annotations.NullMarked;

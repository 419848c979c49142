/** Verifies what central sealed, with the code that seals it: reports and the chain of days. */
@NullMarked
package dev.breakwater.cli.seal;

import org.jspecify.annotations.NullMarked;

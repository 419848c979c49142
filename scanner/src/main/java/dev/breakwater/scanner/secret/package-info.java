/**
 * What looks like a secret: keywords first, found by one automaton for all rules at once, then the pattern of the rule, then
 * whether the text is random enough. What is found is redacted before it leaves this package.
 */
@NullMarked
package dev.breakwater.scanner.secret;

import org.jspecify.annotations.NullMarked;

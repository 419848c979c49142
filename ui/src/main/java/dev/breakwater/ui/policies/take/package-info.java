/**
 * Policies taken in from a file: {@link dev.breakwater.ui.policies.take.PolicyImport} says what each would do to what is
 * here, before anything is written.
 */
@NullMarked
package dev.breakwater.ui.policies.take;

import org.jspecify.annotations.NullMarked;

/** Keeps the policies. Entry: {@code StoredPolicies}; {@code Catalogue} brings the built-in ones at the start. */
@NullMarked
package dev.breakwater.central.policy.internal;

import org.jspecify.annotations.NullMarked;

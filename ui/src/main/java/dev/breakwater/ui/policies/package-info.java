/**
 * What the policies forbid, and which of them are on.
 */
@NullMarked
package dev.breakwater.ui.policies;

import org.jspecify.annotations.NullMarked;

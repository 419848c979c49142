/**
 * The page where a policy is written: {@link dev.breakwater.ui.policies.edit.PolicyEditorView} shows its steps, the same
 * policy as text, and what it would change.
 */
@NullMarked
package dev.breakwater.ui.policies.edit;

import org.jspecify.annotations.NullMarked;

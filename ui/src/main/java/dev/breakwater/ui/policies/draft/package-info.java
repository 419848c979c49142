/**
 * A policy while somebody writes it: {@link dev.breakwater.ui.policies.draft.PolicyDraft} is what the form and the text
 * beside it both change, with what is wrong and where.
 */
@NullMarked
package dev.breakwater.ui.policies.draft;

import org.jspecify.annotations.NullMarked;

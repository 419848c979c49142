/**
 * The fields that a policy is written with: one for each sort of value, and {@link dev.breakwater.ui.policies.field.FieldMarks},
 * which says at each what is wrong with it.
 */
@NullMarked
package dev.breakwater.ui.policies.field;

import org.jspecify.annotations.NullMarked;

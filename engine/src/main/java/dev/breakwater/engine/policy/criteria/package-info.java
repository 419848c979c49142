/**
 * What a policy can ask of a workload: one small class for each criterion, each a line in {@link
 * dev.breakwater.engine.policy.criteria.Criteria}, which the editor, the API and the reference page list by themselves.
 */
@NullMarked
package dev.breakwater.engine.policy.criteria;

import org.jspecify.annotations.NullMarked;

/**
 * Policies and their judgement: criteria over the facts of a workload, in three-valued logic, with linked-object
 * semantics. Compile once ({@code CompiledPolicies}), evaluate many.
 */
@NullMarked
package dev.breakwater.engine.policy;

import org.jspecify.annotations.NullMarked;

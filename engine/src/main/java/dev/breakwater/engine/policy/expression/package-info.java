/** The escape hatch: what no criterion asks, an expression (CEL) may. */
@NullMarked
package dev.breakwater.engine.policy.expression;

import org.jspecify.annotations.NullMarked;

/**
 * The risk score of a workload: a product of factors, each explained by its reasons. Entry: {@link
 * dev.breakwater.engine.risk.RiskModel}; the factors are in {@code risk.factor}, what a change would bring in {@code
 * risk.whatif}. A factor that lost its data keeps its last value, one that never had data makes the score a lower bound.
 */
@NullMarked
package dev.breakwater.engine.risk;

import org.jspecify.annotations.NullMarked;

/**
 * The risk score of a workload: a product of factors, each explained by its reasons, with what-if. Entry:
 * {@code RiskModel}.
 */
@NullMarked
package dev.breakwater.engine.risk;

import org.jspecify.annotations.NullMarked;

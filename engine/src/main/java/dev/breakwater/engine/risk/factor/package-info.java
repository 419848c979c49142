/**
 * The factors of a risk score, one class each. Every factor reads the facts of a {@link
 * dev.breakwater.engine.risk.RiskInput} and says how much they multiply the risk, from which contributions, and what is
 * missing. They are registered in {@link dev.breakwater.engine.risk.RiskModel}.
 */
@NullMarked
package dev.breakwater.engine.risk.factor;

import org.jspecify.annotations.NullMarked;

/**
 * Which of many fixes to make first. Knows neither what a fix is nor how a score comes about. Entry:
 * {@link dev.breakwater.engine.risk.plan.FixPlanner}.
 */
@NullMarked
package dev.breakwater.engine.risk.plan;

import org.jspecify.annotations.NullMarked;

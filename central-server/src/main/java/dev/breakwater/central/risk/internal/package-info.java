/** Keeps scores. Entry: {@code RiskAssessor} writes within the judgement, {@code EngineWhatIfs} answers. */
@NullMarked
package dev.breakwater.central.risk.internal;

import org.jspecify.annotations.NullMarked;

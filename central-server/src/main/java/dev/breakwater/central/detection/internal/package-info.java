/** Judges workloads. Entry: {@code JudgeStage} within a batch, {@code JudgementWorker} for what is due; both call {@code Judge}. */
@NullMarked
package dev.breakwater.central.detection.internal;

import org.jspecify.annotations.NullMarked;

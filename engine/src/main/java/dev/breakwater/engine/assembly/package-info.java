/**
 * Joins what single objects say into the {@link dev.breakwater.engine.model.Workload} that is judged. Entry:
 * {@code Assembler}, which takes a {@link dev.breakwater.engine.model.WorkloadSpec} and its {@link
 * dev.breakwater.engine.assembly.Surroundings}. Central does this, not the sensor, so that one changed role binding is
 * one message and not one for each workload that it reaches.
 */
@NullMarked
package dev.breakwater.engine.assembly;

import org.jspecify.annotations.NullMarked;

/**
 * The facts that Breakwater judges, as immutable records.
 *
 * <p>Two layers: what one Kubernetes object says by itself ({@link dev.breakwater.engine.model.ClusterObject}, what a
 * sensor sends), and the {@link dev.breakwater.engine.model.Workload} that the Assembler joins from them (what policies
 * and risk read). {@code null} means "the object does not set it", a known absence; a fact that could not be seen at all
 * is {@link dev.breakwater.engine.model.Observed.Unknown}.
 */
@NullMarked
package dev.breakwater.engine.model;

import org.jspecify.annotations.NullMarked;

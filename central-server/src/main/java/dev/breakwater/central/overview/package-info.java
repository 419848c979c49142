/**
 * What people read that no single capability knows alone: workloads with their risk and violations, the summary, the
 * coverage, exports. Reads only; it owns no table. Entry: {@code Workloads}, {@code Summary}, {@code Coverage}.
 */
@NullMarked
@ApplicationModule(displayName = "Overview")
package dev.breakwater.central.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

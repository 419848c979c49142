/**
 * Clusters, their enrolment and the sensor link. Entry: {@code Clusters}; a received batch is handed to the {@link dev.breakwater.central.fleet.BatchStage}s.
 */
@NullMarked
@ApplicationModule(displayName = "Fleet")
package dev.breakwater.central.fleet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Keeps the explained risk score of each workload and answers what-if.
 */
@NullMarked
@ApplicationModule(displayName = "Risk")
package dev.breakwater.central.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Which upgrades take most risk away, with the drop that the risk engine tells. Reads only; it owns no table. Entry:
 * {@code FixPlans}.
 */
@NullMarked
@ApplicationModule(displayName = "Remedy")
package dev.breakwater.central.remedy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

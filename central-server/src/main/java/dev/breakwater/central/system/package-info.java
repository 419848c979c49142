/**
 * Health, metrics and settings.
 */
@NullMarked
@ApplicationModule(displayName = "System")
package dev.breakwater.central.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Policies as people keep them: built-in and own, switched on and off, in versions.
 */
@NullMarked
@ApplicationModule(displayName = "Policy")
package dev.breakwater.central.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Whether the fleet meets standards, with the evidence.
 */
@NullMarked
@ApplicationModule(displayName = "Compliance")
package dev.breakwater.central.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

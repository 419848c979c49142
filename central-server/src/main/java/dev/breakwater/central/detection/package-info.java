/**
 * Judges assembled workloads against policies and keeps violations with their history. Entry: {@code Violations}, {@code Judge}.
 */
@NullMarked
@ApplicationModule(displayName = "Detection")
package dev.breakwater.central.detection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

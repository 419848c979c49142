/**
 * What every capability needs and none owns: pages, the filter grammar and the list builder, problems, ids, correlation.
 */
@NullMarked
@ApplicationModule(displayName = "Platform")
package dev.breakwater.central.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

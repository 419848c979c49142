/**
 * Images and what was told of them.
 */
@NullMarked
@ApplicationModule(displayName = "Images")
package dev.breakwater.central.images;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What people made, carried from one central to another: as one file, and back with a look at it first. Entry: {@code
 * Transfer}.
 */
@NullMarked
@ApplicationModule(displayName = "Transfer")
package dev.breakwater.central.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

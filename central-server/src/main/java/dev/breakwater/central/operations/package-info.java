/**
 * What an operator needs: central's own health with its history, how long data is kept and how it grows, and a bundle for
 * whoever helps. {@link dev.breakwater.central.operations.SystemHealth} is the way in.
 */
@NullMarked
@ApplicationModule(displayName = "Operations")
package dev.breakwater.central.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What runs where: the one writer of the facts that sensors send. Entry: {@code Workloads} and the stage that stores a batch.
 */
@NullMarked
@ApplicationModule(displayName = "Inventory")
package dev.breakwater.central.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

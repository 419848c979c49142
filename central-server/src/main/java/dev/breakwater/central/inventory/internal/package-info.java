/** Stores what sensors send. Entry: {@code InventoryStage} writes, {@code JdbcWorkloadFacts} reads it back for the judgement. */
@NullMarked
package dev.breakwater.central.inventory.internal;

import org.jspecify.annotations.NullMarked;

/**
 * The console and the assembly of the product. Views read services and records of central's capabilities, never an entity
 * or a table.
 */
@NullMarked
package dev.breakwater.ui;

import org.jspecify.annotations.NullMarked;

/** Structured text that others wrote, read within bounds. */
@NullMarked
package dev.breakwater.scanner.structured;

import org.jspecify.annotations.NullMarked;

/**
 * Signing in to the console, and the refusal of everything else. The API has its own chain in central. Without the console (\n * {@code breakwater.console.enabled=false}) every path that is not the API or the actuator answers 404.
 */
@NullMarked
package dev.breakwater.ui.security;

import org.jspecify.annotations.NullMarked;

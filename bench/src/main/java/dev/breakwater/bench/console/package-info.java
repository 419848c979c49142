/**
 * Measures the console and the REST API with a large fleet and several people at once, and the memory of an open tab. Entry:
 * {@link dev.breakwater.bench.console.ConsoleBench}.
 */
@NullMarked
package dev.breakwater.bench.console;

import org.jspecify.annotations.NullMarked;

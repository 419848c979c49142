/**
 * Measures central from outside: a process of its own, an embedded PostgreSQL with full durability, the sensor's own link and
 * an invented fleet. Entry: {@link dev.breakwater.bench.InitialSync}.
 */
@NullMarked
package dev.breakwater.bench;

import org.jspecify.annotations.NullMarked;

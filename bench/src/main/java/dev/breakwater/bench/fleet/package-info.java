/**
 * A fleet of invented objects of any size. Entry: {@link dev.breakwater.bench.fleet.FleetGenerator}. The same shape and seed
 * give the same objects, and none is kept.
 */
@NullMarked
package dev.breakwater.bench.fleet;

import org.jspecify.annotations.NullMarked;

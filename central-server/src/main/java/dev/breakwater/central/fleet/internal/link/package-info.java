/**
 * The gRPC server that sensors connect to. Entry: {@link dev.breakwater.central.fleet.internal.link.LinkServer}; one
 * {@code SensorStream} serves one connected sensor.
 */
@NullMarked
package dev.breakwater.central.fleet.internal.link;

import org.jspecify.annotations.NullMarked;

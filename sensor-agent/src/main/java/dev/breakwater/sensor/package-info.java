/**
 * The sensor: watches clusters or folders of manifests, takes secrets out, and streams what differs to central. Entry:
 * {@link dev.breakwater.sensor.Main}. One process can stream several clusters, each with its own certificate and stream.
 */
@NullMarked
package dev.breakwater.sensor;

import org.jspecify.annotations.NullMarked;

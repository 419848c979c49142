/**
 * What the sensor knows of one cluster, ready for the wire: encoded facts with their fingerprints, and which kinds could
 * be seen. Entry: {@link dev.breakwater.sensor.facts.FactStore}, written by a source and read by the link. Encoded bytes
 * are kept, never Kubernetes objects, so that a large cluster fits into a small process.
 */
@NullMarked
package dev.breakwater.sensor.facts;

import org.jspecify.annotations.NullMarked;

/** Reads a cluster once, by its API. Entry: {@link dev.breakwater.cli.cluster.ClusterReader}. */
@NullMarked
package dev.breakwater.cli.cluster;

import org.jspecify.annotations.NullMarked;

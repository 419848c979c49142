/** What can be done to nodes and pods of a live cluster, by its API. Entry: {@code LiveNodes}. */
@NullMarked
package dev.breakwater.sensor.action.live;

import org.jspecify.annotations.NullMarked;

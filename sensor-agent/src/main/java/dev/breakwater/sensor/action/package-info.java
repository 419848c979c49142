/**
 * What central may order to be done to nodes, within what whoever runs the sensor allows. Entry: {@code OrderedNodeActions}.
 */
@NullMarked
package dev.breakwater.sensor.action;

import org.jspecify.annotations.NullMarked;

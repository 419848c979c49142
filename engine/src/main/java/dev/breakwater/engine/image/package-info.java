/**
 * What is inside an image: its layers, packages, files, secrets and configuration. Filled by whoever looks inside
 * (the scanner, a sensor, an uploaded bill of materials), read by matching, central and the command line.
 */
@NullMarked
package dev.breakwater.engine.image;

import org.jspecify.annotations.NullMarked;

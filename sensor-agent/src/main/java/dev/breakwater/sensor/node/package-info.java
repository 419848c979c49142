/**
 * Node mode: looks at the machine under a root folder and writes down what it finds. Everything is read, nothing is changed or run;
 * what cannot be read, or is more than a bound, is told as such.
 */
@NullMarked
package dev.breakwater.sensor.node;

import org.jspecify.annotations.NullMarked;

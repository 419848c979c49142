/** Violations over REST. */
@NullMarked
package dev.breakwater.central.detection.web;

import org.jspecify.annotations.NullMarked;

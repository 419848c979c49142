/**
 * Looks into images of registries that central cannot reach. Only where it was enabled, and only with the pull secrets that
 * were given for it: no secret of the cluster is read.
 */
@NullMarked
package dev.breakwater.sensor.scan;

import org.jspecify.annotations.NullMarked;

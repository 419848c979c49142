/** Judges manifests without a cluster: what a pipeline asks before it delivers them. */
@NullMarked
package dev.breakwater.engine.check;

import org.jspecify.annotations.NullMarked;

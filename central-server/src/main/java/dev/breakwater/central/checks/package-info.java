/**
 * Judges what is about to be delivered, before it runs: manifests of a pipeline, by the policies of this central and with what
 * it knows of the cluster. Entry: {@link dev.breakwater.central.checks.ManifestChecks}.
 */
@NullMarked
@ApplicationModule(displayName = "Checks")
package dev.breakwater.central.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

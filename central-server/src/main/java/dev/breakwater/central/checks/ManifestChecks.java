package dev.breakwater.central.checks;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.manifests.check.Report;

/** Judges manifests by the enabled deploy policies of this central, with their scopes and exclusions. Keeps nothing. */
public interface ManifestChecks {

    /** The most objects of a check. */
    int MOST_OBJECTS = 5_000;

    /**
     * For where the manifests are.
     *
     * @param cluster name or id of the cluster; empty = for none that is known
     * @param complete they are all that the cluster holds: what is not in them does not exist
     */
    record Target(String cluster, boolean complete) {}

    /**
     * Judges.
     *
     * @param text YAML or JSON, one document or many
     * @param scope what the asker may see: of a cluster that is seen only in part, nothing is added
     * @throws dev.breakwater.central.platform.NotFound if there is no such cluster in the scope
     * @throws dev.breakwater.central.platform.InvalidRequest if the text holds no object, or more than {@link #MOST_OBJECTS}
     * @throws dev.breakwater.central.platform.Busy if too many are judged already, or it takes too long
     */
    Report check(String text, Target target, AccessScope scope);
}

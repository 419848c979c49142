package dev.breakwater.engine.fix;

import dev.breakwater.engine.kubernetes.ManifestText;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;

/**
 * A change of manifests after which the violation is gone, as judged.
 *
 * @param steps what is done, a sentence each
 * @param before the workload's object as it is
 * @param after the same after the change
 * @param spec what the changed object says
 * @param added objects that are to be made besides
 * @param networkPolicies what those say
 * @param diff from before to after, with the added objects at its end
 */
public record ManifestFix(
        List<String> steps,
        ManifestText before,
        ManifestText after,
        WorkloadSpec spec,
        List<ManifestText> added,
        List<NetworkPolicy> networkPolicies,
        TextDiff diff) {

    public ManifestFix {
        steps = List.copyOf(steps);
        added = List.copyOf(added);
        networkPolicies = List.copyOf(networkPolicies);
    }
}

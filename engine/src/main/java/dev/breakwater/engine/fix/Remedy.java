package dev.breakwater.engine.fix;

import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.policy.Policy.Group;
import java.util.Optional;

/** How a manifest is changed so that one criterion finds nothing any more. One is one line in {@link Remedies}. */
@FunctionalInterface
interface Remedy {

    /**
     * One finding that is to be mended.
     *
     * @param group the criterion with the values that the policy forbids or demands
     * @param container where the container stands in the object, empty if the finding is of the whole workload
     */
    record Case(Workload workload, Group group, Evidence evidence, String container) {

        String pod() {
            return workload.spec().template().path();
        }

        /** Where a field of the container's security context stands. */
        String security(String field) {
            return container + ".securityContext." + field;
        }
    }

    /**
     * Changes the object.
     *
     * @return what was done, in a sentence; empty if nothing could be
     */
    Optional<String> apply(ManifestTree object, Case found);
}

package dev.breakwater.central.detection;

import dev.breakwater.engine.policy.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Violations of what was refused before it ran: in the state {@code ATTEMPTED}, and never counted as open. They end when a
 * later check of the same object finds them no more, or finds them accepted, when somebody resolves them, or after the time of
 * their retention.
 */
public interface Attempts {

    /**
     * An object that was checked for a cluster.
     *
     * @param violated what led to the refusal, by policy; empty = nothing of this object did
     * @param notPassed policies that find something which refused nothing this time, such as below the threshold of the run, or
     *     cannot tell: what they refused before stays attempted
     */
    record Checked(
            String namespace, String kind, String name, Map<UUID, List<Evidence>> violated, Set<UUID> notPassed) {

        public Checked {
            violated = Map.copyOf(violated);
            notPassed = Set.copyOf(notPassed);
        }
    }

    /**
     * Brings the attempts on these objects in line with a check. Called within the transaction that keeps the run.
     *
     * @param run the id of the run
     * @param cause in words, such as {@code refused by the check of shop, commit 1a2b3c}
     * @param policyRevision the revision of the policy set that was judged by
     */
    void record(UUID run, UUID clusterId, String cause, long policyRevision, List<Checked> objects);
}

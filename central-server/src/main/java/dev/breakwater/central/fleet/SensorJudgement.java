package dev.breakwater.central.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What sensors need to judge their own objects, and where what they found goes. An interface of {@code fleet} so that a higher
 * capability plugs in.
 */
public interface SensorJudgement {

    /**
     * The policies that workloads are judged by.
     *
     * @param documents each by itself
     */
    record PolicyDocuments(long revision, List<String> documents) {

        public PolicyDocuments {
            documents = List.copyOf(documents);
        }
    }

    /**
     * What a sensor's own judgement says.
     *
     * @param policyRevision of the policies that it judged by
     * @param fingerprints of the verdicts, by workload; all that the sensor holds
     */
    record Told(long policyRevision, Instant judgedAt, Map<UUID, byte[]> fingerprints) {

        public Told {
            fingerprints = Map.copyOf(fingerprints);
        }
    }

    /** Which policies are the present ones; asked often. */
    long revision();

    /** The present ones. */
    PolicyDocuments policies();

    /** Takes what the sensor of a cluster found. */
    void told(UUID clusterId, Told told);
}

package dev.breakwater.central.checks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that a pipeline had kept.
 *
 * @param actor the token or person
 * @param clusterId the cluster that it was for, {@code null} = none in particular
 * @param cluster its name then, may be empty
 * @param source what was checked, in the pipeline's words; may be empty
 * @param pipeline address of the pipeline's run, may be empty
 * @param commit what was checked out, may be empty
 * @param branch may be empty
 * @param failOn from which severity on it is refused, {@code NONE} = from none on
 * @param objects how many were judged
 * @param critical findings of that severity, and so on
 * @param unknown verdicts that could not be had
 * @param unreadable files and objects that could not be read
 */
public record GateRun(
        UUID id,
        Instant at,
        String actor,
        @Nullable UUID clusterId,
        String cluster,
        String source,
        String pipeline,
        String commit,
        String branch,
        String failOn,
        Result result,
        int objects,
        int critical,
        int high,
        int medium,
        int low,
        int unknown,
        int unreadable) {

    /** What became of a run. */
    public enum Result {
        PASSED,
        /** Something violates a policy of the severity from which on it fails. */
        REFUSED,
        /** Nothing does, but something could not be read or judged, so that it is no pass. */
        NOT_JUDGED
    }

    /** How many findings of any severity. */
    public int findings() {
        return critical + high + medium + low;
    }
}

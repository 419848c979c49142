package dev.breakwater.central.overview;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.model.UnknownReason;
import java.util.List;
import java.util.UUID;

/**
 * A policy that could not be judged for a workload. It is not counted as passed.
 *
 * @param missing the facts that it needed, each once; empty = the missing one has come since and the workload is about to be
 *     judged again
 */
public record UnjudgedPolicy(UUID policyId, String policy, Severity severity, List<MissingFact> missing) {

    /**
     * A fact that a policy needed.
     *
     * @param criterion the criterion that needed it
     * @param subject what it is about: a container, an image, the workload
     * @param detail in words, may be empty
     */
    public record MissingFact(String criterion, String subject, UnknownReason reason, String detail) {}

    public UnjudgedPolicy {
        missing = List.copyOf(missing);
    }
}

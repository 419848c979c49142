package dev.breakwater.central.risk;

import java.time.Instant;
import java.util.List;

/**
 * A step in the history of a workload's score: it holds until the next.
 *
 * @param cause what made it, in words
 * @param added the reasons that came, in words
 * @param removed the reasons that went
 */
public record RiskMove(
        Instant at, double score, int unknownFactors, String cause, List<String> added, List<String> removed) {

    public RiskMove {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}

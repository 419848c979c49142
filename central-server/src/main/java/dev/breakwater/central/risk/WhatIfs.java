package dev.breakwater.central.risk;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.model.Severity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changes to a workload would bring, by a real re-run of assembly, policies and risk over the changed facts. Writes
 * nothing.
 */
public interface WhatIfs {

    /**
     * A change that could be made.
     *
     * @param id stable; what {@link #answer} takes
     * @param label what would be done, in words
     */
    record ChangeView(String id, String type, String label) {}

    /**
     * A score at one side of the question.
     *
     * @param text as it is shown, such as {@code ≥ 3.2 (2 factors unknown)}
     */
    record Score(double score, String text, int unknownFactors) {}

    /** A violation that a change opens or closes. */
    record ViolationView(UUID policyId, String policy, Severity severity) {}

    /**
     * What some changes would bring together.
     *
     * @param drop by how much the score falls; negative if it rises
     */
    record Answer(
            List<ChangeView> changes,
            Score before,
            Score after,
            double drop,
            List<ViolationView> opened,
            List<ViolationView> closed) {}

    /**
     * What one change would bring alone.
     *
     * @param unknownFactors of the score after it
     * @param closes the violations that it closes
     * @param together the violations that it closes only together with others
     */
    record Suggestion(
            ChangeView change,
            double score,
            int unknownFactors,
            double drop,
            List<ViolationView> closes,
            List<Together> together) {}

    /**
     * A violation that no single change closes.
     *
     * @param others what must change, too
     */
    record Together(ViolationView violation, List<ChangeView> others) {}

    /**
     * A reason of the score, with what mending it alone would bring.
     *
     * @param unknownFactors of the score after it
     * @param drop {@code null} = nothing is known to mend it
     */
    record ReasonDrop(
            String reasonId,
            List<ChangeView> changes,
            @Nullable Double score,
            int unknownFactors,
            @Nullable Double drop) {}

    /**
     * What the changes would bring together.
     *
     * @param changeIds at most 25
     * @throws dev.breakwater.central.platform.NotFound if there is no such workload within the scope
     * @throws dev.breakwater.central.platform.InvalidRequest if an id cannot be read, or there are too many
     */
    Answer answer(UUID workloadId, List<String> changeIds, AccessScope scope);

    /** The changes that apply, the most effective first. */
    List<Suggestion> suggestions(UUID workloadId, AccessScope scope);

    /** For each reason of the present score the drop if it alone were mended. */
    List<ReasonDrop> drops(UUID workloadId, AccessScope scope);
}

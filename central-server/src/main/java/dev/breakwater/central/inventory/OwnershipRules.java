package dev.breakwater.central.inventory;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a workload finds its team: the first rule that gives a name wins.
 *
 * @param rules in their order
 */
public record OwnershipRules(List<Rule> rules) {

    /** Where a rule looks. */
    public enum Source {
        /** A label of the workload. */
        LABEL,
        /** An annotation of the workload. */
        ANNOTATION,
        /** A label of its namespace. */
        NAMESPACE_LABEL,
        /** An annotation of its namespace. */
        NAMESPACE_ANNOTATION,
        /** The namespace's own name, as a pattern with {@code *}. */
        NAMESPACE_NAME
    }

    /**
     * One rule.
     *
     * @param key the label or annotation, or the pattern of a namespace
     * @param team the team; empty = the value found is the team, which a namespace pattern cannot say
     */
    public record Rule(Source source, String key, String team) {

        public Rule {
            if (key.isBlank() || source == Source.NAMESPACE_NAME && team.isBlank()) {
                throw new IllegalArgumentException("an ownership rule needs a key, and one by namespace name a team");
            }
        }
    }

    private static final List<String> USUAL_KEYS =
            List.of("team", "owner", "app.kubernetes.io/team", "app.kubernetes.io/owner", "owner-team", "owned-by");

    /** What holds until somebody says otherwise: the usual labels and annotations, the namespace's after the workload's. */
    public static final OwnershipRules DEFAULT = new OwnershipRules(Stream.of(
                    Source.LABEL, Source.ANNOTATION, Source.NAMESPACE_LABEL, Source.NAMESPACE_ANNOTATION)
            .flatMap(source -> USUAL_KEYS.stream().map(key -> new Rule(source, key, "")))
            .toList());

    public OwnershipRules {
        rules = List.copyOf(rules);
    }
}

package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy as people write it. Sections are alternatives; the groups of a section must all hold on the same linked
 * object (container, port, volume, vulnerability …).
 *
 * @param description what it looks for, one sentence
 * @param rationale why that matters
 * @param remediation how to mend it
 * @param scopes where it applies; empty = everywhere
 * @param exclusions where it does not, each with its reason
 * @param mitre ids of MITRE ATT&amp;CK tactics and techniques, such as {@code TA0004/T1611}
 * @param controls controls of standards that it serves, such as {@code NIST-800-190/4.4.3}
 */
public record Policy(
        UUID id,
        String name,
        Severity severity,
        boolean enabled,
        Set<Stage> stages,
        List<String> categories,
        String description,
        String rationale,
        String remediation,
        List<Section> sections,
        List<Scope> scopes,
        List<Exclusion> exclusions,
        List<String> mitre,
        List<String> controls) {

    /** When a policy is judged. */
    public enum Stage {
        BUILD,
        DEPLOY,
        RUNTIME
    }

    /** One alternative. */
    public record Section(String name, List<Group> groups) {

        public Section {
            groups = List.copyOf(groups);
        }
    }

    /**
     * One criterion with its values.
     *
     * @param criterion the criterion's name, such as {@code Privileged Container}
     * @param operator how several values combine
     * @param negated whether the answer is turned round
     */
    public record Group(String criterion, Operator operator, boolean negated, List<String> values) {

        public Group {
            values = List.copyOf(values);
        }
    }

    /** How the values of a group combine. */
    public enum Operator {
        OR,
        AND
    }

    /**
     * Where a policy or an exclusion applies; every part given must hold. Names take the value forms of string criteria
     * ({@code "exact"}, {@code r/regex}, {@code g/glob}, bare prefix).
     *
     * @param cluster cluster name, empty = any
     * @param namespace namespace name, empty = any
     * @param workload workload name, empty = any
     * @param labels {@code key=value} that the workload must carry, the value may be empty for "any value"
     * @param namespaceLabels {@code key=value} that its namespace must carry
     */
    public record Scope(
            String cluster, String namespace, String workload, List<String> labels, List<String> namespaceLabels) {

        public Scope {
            labels = List.copyOf(labels);
            namespaceLabels = List.copyOf(namespaceLabels);
        }
    }

    /**
     * Where a policy is silent.
     *
     * @param id of an exclusion that is kept by itself, {@code null} = it was written with the policy
     * @param expiresAt from when on it no longer holds, {@code null} = never
     */
    public record Exclusion(
            @Nullable UUID id,
            String reason,
            String author,
            Scope scope,
            @Nullable Instant expiresAt) {

        /** One written with its policy. */
        public Exclusion(String reason, String author, Scope scope, @Nullable Instant expiresAt) {
            this(null, reason, author, scope, expiresAt);
        }
    }

    /** This policy switched on. */
    public Policy switchedOn() {
        return switched(true);
    }

    /** This policy switched on or off. */
    public Policy switched(boolean on) {
        return PolicyEdit.of(this).enabled(on).done();
    }

    /** This policy under another id. */
    public Policy withId(UUID other) {
        return PolicyEdit.of(this).id(other).done();
    }

    /** This policy with more exclusions, such as are kept beside it. */
    public Policy excluding(List<Exclusion> more) {
        return PolicyEdit.of(this)
                .exclusions(Stream.concat(exclusions.stream(), more.stream()).toList())
                .done();
    }

    public Policy {
        stages = Set.copyOf(stages);
        categories = List.copyOf(categories);
        sections = List.copyOf(sections);
        scopes = List.copyOf(scopes);
        exclusions = List.copyOf(exclusions);
        mitre = List.copyOf(mitre);
        controls = List.copyOf(controls);
    }
}

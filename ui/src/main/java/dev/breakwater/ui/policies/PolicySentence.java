package dev.breakwater.ui.policies;

import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.Criterion;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.ui.policies.draft.TextForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A whole policy as one sentence, which follows every key while it is written. */
public final class PolicySentence {

    /**
     * A piece of the sentence.
     *
     * @param kind what it is, by which it is shown
     */
    public record Piece(Kind kind, String text) {}

    /** What a piece says. */
    public enum Kind {
        WORDS,
        SEVERITY,
        CRITERION
    }

    private static final int MOST_SECTIONS = 6;

    private final List<Piece> pieces = new ArrayList<>();

    private PolicySentence() {}

    /** The pieces in order; spaces are in them. */
    public static List<Piece> of(Policy policy, Instant now) {
        PolicySentence sentence = new PolicySentence();
        sentence.write(policy, now);
        return List.copyOf(sentence.pieces);
    }

    private void write(Policy policy, Instant now) {
        boolean says =
                policy.sections().stream().anyMatch(section -> !section.groups().isEmpty());
        if (!says) {
            add(Kind.WORDS, "It asks nothing yet: add a criterion, and what it means stands here.");
            return;
        }
        add(Kind.WORDS, policy.enabled() ? "Opens a " : "Once it is on, opens a ");
        add(Kind.SEVERITY, policy.severity().name().toLowerCase(java.util.Locale.ROOT));
        add(Kind.WORDS, " violation when ");
        List<Section> sections = policy.sections().stream()
                .filter(section -> !section.groups().isEmpty())
                .toList();
        for (int i = 0; i < Math.min(MOST_SECTIONS, sections.size()); i++) {
            if (i > 0) {
                add(Kind.WORDS, ", or when ");
            }
            section(sections.get(i));
        }
        if (sections.size() > MOST_SECTIONS) {
            add(Kind.WORDS, ", or in " + (sections.size() - MOST_SECTIONS) + " other ways");
        }
        places(", only in ", policy.scopes(), PolicySentence::place);
        List<Exclusion> holding = policy.exclusions().stream()
                .filter(exclusion ->
                        exclusion.expiresAt() == null || exclusion.expiresAt().isAfter(now))
                .toList();
        places(", but not in ", holding.stream().map(Exclusion::scope).toList(), PolicySentence::place);
        add(Kind.WORDS, ".");
    }

    private void section(Section section) {
        section.groups().stream()
                .findFirst()
                .flatMap(group -> Criteria.byName(group.criterion()))
                .map(Criterion::card)
                .map(card -> card.level().bound())
                .filter(level -> section.groups().size() > 1 && sameLevel(section, level))
                .ifPresent(level -> add(Kind.WORDS, "for " + level.words() + " "));
        for (int i = 0; i < section.groups().size(); i++) {
            if (i > 0) {
                add(Kind.WORDS, " and ");
            }
            add(Kind.CRITERION, RuleWords.of(section.groups().get(i)));
        }
    }

    /** Of the workload itself this goes without saying. */
    private static boolean sameLevel(Section section, Level level) {
        return level != Level.WORKLOAD
                && section.groups().stream()
                        .map(group -> Criteria.byName(group.criterion())
                                .map(criterion -> criterion.card().level().bound()))
                        .allMatch(Optional.of(level)::equals);
    }

    private void places(String lead, List<Scope> scopes, Function<Scope, String> words) {
        for (int i = 0; i < Math.min(3, scopes.size()); i++) {
            add(Kind.WORDS, i == 0 ? lead : " or ");
            add(Kind.WORDS, words.apply(scopes.get(i)));
        }
        if (scopes.size() > 3) {
            add(Kind.WORDS, " or " + (scopes.size() - 3) + " other places");
        }
    }

    /** A place as half a sentence, such as {@code namespace pay, cluster prod}. */
    public static String place(Scope scope) {
        List<String> parts = new ArrayList<>();
        name(parts, "workload ", scope.workload());
        name(parts, "namespace ", scope.namespace());
        name(parts, "cluster ", scope.cluster());
        scope.labels().forEach(label -> parts.add("label " + label));
        scope.namespaceLabels().forEach(label -> parts.add("namespace label " + label));
        return parts.isEmpty() ? "every place" : String.join(", ", parts);
    }

    private static void name(List<String> parts, String what, String name) {
        if (name.isEmpty()) {
            return;
        }
        TextForm.Value value = TextForm.Value.of(name, dev.breakwater.engine.policy.value.TextPattern.Bare.PREFIX);
        String how = switch (value.form()) {
            case EXACTLY -> "";
            case BEGINS -> "beginning with ";
            case LIKE -> "like ";
            case WHOLE -> "matching ";
            case PART -> "containing ";
        };
        parts.add(what + (value.negated() ? "not " : "") + how + value.text());
    }

    private void add(Kind kind, String text) {
        pieces.add(new Piece(kind, text));
    }
}

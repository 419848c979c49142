package dev.breakwater.ui.policies;

import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.Criterion;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import dev.breakwater.engine.policy.criteria.ValueGrammar;
import dev.breakwater.engine.policy.value.Comparison;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import dev.breakwater.ui.policies.draft.TextForm;
import dev.breakwater.ui.policies.draft.ValueWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A criterion with its values as half a sentence. */
public final class RuleWords {

    /** More values are counted, not named. */
    private static final int NAMED = 6;

    private RuleWords() {}

    /** Such as {@code Image Tag is latest} or {@code CVSS is at least 7}. */
    public static String of(Group group) {
        Optional<CriterionCard> card = Criteria.byName(group.criterion()).map(Criterion::card);
        String name = card.map(CriterionCard::name).orElse(group.criterion());
        if (group.values().isEmpty()) {
            return name + (group.negated() ? " is not …" : " is …");
        }
        if (card.filter(known -> known.grammar().form() == ValueGrammar.Form.FLAG)
                .isPresent()) {
            boolean holds = group.values().equals(List.of("true")) != group.negated();
            return name + (holds ? " holds" : " does not hold");
        }
        List<String> words = group.values().stream()
                .limit(NAMED)
                .map(value -> card.map(known -> value(known, value)).orElse("is " + value))
                .toList();
        return name + " " + joined(words, group, card);
    }

    private static String joined(List<String> words, Group group, Optional<CriterionCard> card) {
        boolean all = group.operator() == Operator.AND;
        boolean several = group.values().size() > 1;
        String common = common(words);
        List<String> values = words.stream()
                .map(word -> word.substring(common.length()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (group.values().size() > words.size()) {
            values.add(group.values().size() - words.size() + " more");
        }
        if (card.filter(CriterionCard::inverted).isPresent()) {
            return several
                    ? String.join(all ? " or " : " and ", values) + (all ? " is missing" : " are missing")
                    : values.getFirst() + " is missing";
        }
        if (!group.negated()) {
            return common + String.join(all ? " and " : " or ", values);
        }
        return several
                ? turned(common) + (all ? "all of " : "any of ") + String.join(", ", values)
                : turned(common) + values.getFirst();
    }

    /** Every value of a group mostly begins alike, so that is said once. */
    private static String common(List<String> words) {
        String first = words.getFirst();
        return Stream.of("is at ", first.substring(0, first.indexOf(' ') + 1))
                .filter(begin -> words.stream().allMatch(word -> word.startsWith(begin)))
                .findFirst()
                .orElse("");
    }

    private static String turned(String verb) {
        return switch (verb) {
            case "is " -> "is not ";
            case "is at " -> "is not at ";
            case "has " -> "has no ";
            case "matches " -> "does not match ";
            case "contains " -> "does not contain ";
            case "begins " -> "does not begin ";
            default -> "is not so that it " + verb;
        };
    }

    private static String value(CriterionCard card, String value) {
        return switch (card.grammar().form()) {
            case TEXT -> text(card, value);
            case NUMBER, RANK -> "is " + compared(value);
            case DAYS -> "is at least " + value + " days";
            case KEY_VALUE -> card.inverted() ? "is " + entry(value) : "has " + entry(value);
            case ENVIRONMENT, INSTRUCTION -> "has " + value;
            case FLAG, CHOICE, PERMISSION, PATH, ADDRESS, EXPRESSION -> "is " + value;
        };
    }

    private static String entry(String value) {
        return value.endsWith("=") ? value.substring(0, value.length() - 1) : value;
    }

    private static String text(CriterionCard card, String value) {
        Optional<Bare> bare = ValueWords.bareOf(card.grammar());
        if (bare.isEmpty()) {
            return "is " + value;
        }
        TextForm.Value read = TextForm.Value.of(value, bare.get());
        String not = read.negated() ? "anything but " : "";
        return switch (read.form()) {
            case EXACTLY -> "is " + not + read.text();
            case LIKE -> "is " + not + "like " + read.text();
            case BEGINS -> "begins with " + not + read.text();
            // A word without a sign of expressions is matched by nothing but itself.
            case WHOLE -> (ValueWords.isPlain(read.text()) ? "is " : "matches ") + not + read.text();
            case PART -> "contains " + not + read.text();
        };
    }

    private static String compared(String value) {
        String operand = Comparison.operand(value.strip());
        return switch (Comparison.leading(value.strip())) {
            case AT_LEAST -> "at least " + operand;
            case AT_MOST -> "at most " + operand;
            case MORE -> "more than " + operand;
            case LESS -> "less than " + operand;
            case EQUAL -> operand;
        };
    }
}

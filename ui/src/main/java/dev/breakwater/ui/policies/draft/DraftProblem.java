package dev.breakwater.ui.policies.draft;

import dev.breakwater.engine.policy.PolicyRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that keeps a draft from being saved.
 *
 * @param pointer JSON pointer to the field, empty = the document as a whole
 * @param message what would be right
 * @param line where it stands in the text beside the form, from 1
 */
public record DraftProblem(String pointer, String message, int line) {

    private static final Pattern LINE = Pattern.compile("at line (\\d{1,6})\\b");

    static DraftProblem of(PolicyRejected.Problem problem, DraftLines lines) {
        Matcher told = LINE.matcher(problem.allowed());
        int line = problem.pointer().isEmpty() && told.find()
                ? Math.max(1, Integer.parseInt(told.group(1)))
                : lines.lineOf(problem.pointer());
        return new DraftProblem(problem.pointer(), message(problem), line);
    }

    /** What is only not there yet is asked for. */
    private static String message(PolicyRejected.Problem problem) {
        String pointer = problem.pointer();
        boolean empty = problem.value().isBlank() || problem.value().startsWith("0 ");
        if (empty && pointer.equals("/name")) {
            return "Give it a name.";
        }
        if (empty && pointer.equals("/stages")) {
            return "Choose one at least.";
        }
        if (empty && (pointer.equals("/sections") || pointer.endsWith("/groups"))) {
            return "Add a criterion.";
        }
        if (empty && (pointer.endsWith("/values") || pointer.contains("/values/"))) {
            return "Give a value. " + (pointer.endsWith("/values") ? "" : problem.allowed());
        }
        if (empty && pointer.endsWith("/reason")) {
            return "Say why, so that others can judge it later.";
        }
        return problem.allowed();
    }

    /** The step that mends it. */
    public Optional<Step> step() {
        return Step.at(pointer);
    }

    /** The place in words, such as {@code alternative 2, criterion 1, value 3}. */
    public String place() {
        if (pointer.isEmpty()) {
            return "the text";
        }
        List<String> words = new ArrayList<>();
        String[] parts = pointer.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean counted = i + 1 < parts.length && parts[i + 1].matches("\\d+");
            String word = switch (parts[i]) {
                case "sections" -> counted ? "alternative" : "rules";
                case "groups" -> counted ? "criterion" : "criteria";
                case "values" -> counted ? "value" : "values";
                case "scopes" -> counted ? "place" : "places";
                case "exclusions" -> counted ? "exclusion" : "exclusions";
                case "namespaceLabels" -> counted ? "namespace label" : "namespace labels";
                case "labels" -> counted ? "label" : "labels";
                default -> parts[i];
            };
            if (counted) {
                words.add(word + " " + (Integer.parseInt(parts[i + 1]) + 1));
                i++;
            } else {
                words.add(word);
            }
        }
        return String.join(", ", words);
    }
}

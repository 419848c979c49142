package dev.breakwater.engine.policy;

import java.util.List;
import java.util.Map;

/** Holds the texts of a policy to what can be kept and shown: short labels on one line, and no characters that are none. */
final class PolicyTexts {

    private static final int MAX_LABELS = 100;
    private static final int MAX_LABEL = 200;
    private static final int MAX_REASON = 1_000;

    private PolicyTexts() {}

    static void check(Policy policy, Problems problems) {
        labels("/categories", policy.categories(), problems);
        labels("/mitre", policy.mitre(), problems);
        labels("/controls", policy.controls(), problems);
        line("/name", policy.name(), problems);
        for (int i = 0; i < policy.sections().size(); i++) {
            String name = policy.sections().get(i).name();
            if (name.length() > MAX_LABEL) {
                problems.add("/sections/" + i + "/name", name, "Allowed: up to " + MAX_LABEL + " characters.");
            }
        }
        for (int i = 0; i < policy.exclusions().size(); i++) {
            String at = "/exclusions/" + i;
            Policy.Exclusion exclusion = policy.exclusions().get(i);
            if (exclusion.reason().length() > MAX_REASON) {
                problems.add(at + "/reason", exclusion.reason(), "Allowed: up to " + MAX_REASON + " characters.");
            }
            if (exclusion.author().length() > MAX_LABEL) {
                problems.add(at + "/author", exclusion.author(), "Allowed: up to " + MAX_LABEL + " characters.");
            }
        }
        characters("", PolicyWriter.toMap(policy), problems);
    }

    private static void labels(String pointer, List<String> labels, Problems problems) {
        if (labels.size() > MAX_LABELS) {
            problems.add(pointer, labels.size() + " entries", "Allowed: up to " + MAX_LABELS + ".");
            return;
        }
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            if (label.isBlank() || label.length() > MAX_LABEL) {
                problems.add(pointer + "/" + i, label, "Allowed: 1 to " + MAX_LABEL + " characters.");
            }
            line(pointer + "/" + i, label, problems);
        }
    }

    private static void line(String pointer, String text, Problems problems) {
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            problems.add(pointer, text, "Allowed: one line.");
        }
    }

    /** What no database keeps: the character 0, and halves of characters. */
    private static void characters(String pointer, Object value, Problems problems) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, entry) -> characters(pointer + "/" + key, entry, problems));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    characters(pointer + "/" + i, list.get(i), problems);
                }
            }
            case String text
            when text.indexOf('\0') >= 0 || isBroken(text) ->
                problems.add(
                        pointer,
                        text.replace('\0', '\ufffd'),
                        "Allowed: characters of Unicode other than the character 0.");
            default -> {}
        }
    }

    private static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}

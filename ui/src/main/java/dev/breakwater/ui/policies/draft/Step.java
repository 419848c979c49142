package dev.breakwater.ui.policies.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps in which a policy is written; none waits for another. */
public enum Step {
    BASICS(
            "Basics",
            List.of(
                    "/id",
                    "/name",
                    "/severity",
                    "/description",
                    "/rationale",
                    "/remediation",
                    "/categories",
                    "/mitre",
                    "/controls")),
    WHEN("When", List.of("/stages")),
    RULES("Rules", List.of("/sections")),
    SCOPE("Scope", List.of("/scopes", "/exclusions")),
    ACTIONS("Actions", List.of("/enabled")),
    PREVIEW("Preview", List.of());

    private final String title;
    private final List<String> pointers;

    Step(String title, List<String> pointers) {
        this.title = title;
        this.pointers = pointers;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** As it stands in an address. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that an address names. */
    public static Optional<Step> of(String parameter) {
        return Stream.of(values())
                .filter(step -> step.parameter().equals(parameter))
                .findFirst();
    }

    /** The one that mends what is wrong there; empty for the document as a whole. */
    public static Optional<Step> at(String pointer) {
        return Stream.of(values())
                .filter(step -> step.pointers.stream()
                        .anyMatch(begin -> pointer.equals(begin) || pointer.startsWith(begin + "/")))
                .findFirst();
    }
}

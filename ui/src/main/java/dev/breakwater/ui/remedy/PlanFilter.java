package dev.breakwater.ui.remedy;

import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.ui.part.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a plan is shown, as it stands in the URL.
 *
 * @param steps how many there are to be, one of {@link #LENGTHS}
 * @param owner the team whose workloads are planned for, empty = all
 * @param text in a step's name, team, workload or image; empty = any
 */
record PlanFilter(Scope scope, Shown shown, int steps, String owner, String text) {

    static final List<Integer> LENGTHS = List.of(FixPlans.USUAL_STEPS, 25, FixPlans.MOST_STEPS);

    static final PlanFilter USUAL = new PlanFilter(Scope.DEFAULT, Shown.ALL, FixPlans.USUAL_STEPS, "", "");

    private static final String SHOWN = "show";
    private static final String STEPS = "steps";
    private static final String OWNER = "owner";
    private static final String TEXT = "q";
    private static final int LONGEST = 200;

    /** Which steps. */
    enum Shown {
        ALL("All"),
        BASES("Base images"),
        PACKAGES("Packages");

        private final String word;

        Shown(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        private String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PlanFilter from(QueryParameters parameters) {
        Shown shown = parameters
                .getSingleParameter(SHOWN)
                .flatMap(word -> Stream.of(Shown.values())
                        .filter(one -> one.parameter().equals(word))
                        .findFirst())
                .orElse(Shown.ALL);
        int steps =
                parameters.getSingleParameter(STEPS).flatMap(PlanFilter::length).orElse(FixPlans.USUAL_STEPS);
        return new PlanFilter(Scope.from(parameters), shown, steps, text(parameters, OWNER), text(parameters, TEXT));
    }

    private static String text(QueryParameters parameters, String name) {
        String text = parameters.getSingleParameter(name).orElse("").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Of which workloads the plan is, in the grammar of the lists. */
    String place() {
        String place = scope.toFilter(new HashSet<>(PlaceFilter.FIELDS));
        return owner.isEmpty()
                ? place
                : FilterExpression.parse(place).and("owner", owner).toString();
    }

    private static Optional<Integer> length(String word) {
        return LENGTHS.stream()
                .filter(length -> String.valueOf(length).equals(word))
                .findFirst();
    }

    QueryParameters toQuery() {
        Map<String, String> parameters = new HashMap<>();
        if (!scope.toParameter().isEmpty()) {
            parameters.put(Scope.PARAMETER, scope.toParameter());
        }
        if (shown != Shown.ALL) {
            parameters.put(SHOWN, shown.parameter());
        }
        if (steps != FixPlans.USUAL_STEPS) {
            parameters.put(STEPS, String.valueOf(steps));
        }
        if (!owner.isEmpty()) {
            parameters.put(OWNER, owner);
        }
        if (!text.isEmpty()) {
            parameters.put(TEXT, text);
        }
        return QueryParameters.simple(parameters);
    }

    /** Whether the plan for the other is the plan for this. */
    boolean samePlan(PlanFilter other) {
        return scope.equals(other.scope) && steps == other.steps && owner.equals(other.owner);
    }

    boolean takes(Step step) {
        boolean kind = shown == Shown.ALL || (shown == Shown.BASES) == (step.kind() == Kind.BASE_IMAGE);
        String wanted = text.toLowerCase(Locale.ROOT);
        return kind
                && (wanted.isEmpty()
                        || Stream.of(
                                        Stream.of(step.label()),
                                        step.owners().stream(),
                                        step.images().stream(),
                                        step.vulnerabilities().stream(),
                                        step.workloads().stream().map(move -> move.namespace() + "/" + move.name()))
                                .flatMap(words -> words)
                                .anyMatch(
                                        words -> words.toLowerCase(Locale.ROOT).contains(wanted)));
    }

    PlanFilter withScope(Scope wanted) {
        return new PlanFilter(wanted, shown, steps, owner, text);
    }

    PlanFilter withShown(Shown wanted) {
        return new PlanFilter(scope, wanted, steps, owner, text);
    }

    PlanFilter withSteps(int wanted) {
        return new PlanFilter(scope, shown, wanted, owner, text);
    }

    PlanFilter withText(String wanted) {
        return new PlanFilter(scope, shown, steps, owner, wanted);
    }

    PlanFilter withOwner(String wanted) {
        return new PlanFilter(scope, shown, steps, wanted, text);
    }
}

package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.PlaceFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose workloads reports speak of: without those that the platform itself runs, as the pages of the console, unless the filter says
 * otherwise. {@code platform:yes,no} asks for all.
 */
public final class ReportedWorkloads {

    private static final String FIELD = "platform";
    private static final String WITHOUT = "no";

    private ReportedWorkloads() {}

    /** The filter, without what the platform runs where it does not speak of that. */
    public static FilterExpression usual(FilterExpression filter) {
        if (filter.terms().stream().anyMatch(term -> term.field().equals(FIELD))) {
            return filter;
        }
        List<Term> terms = new ArrayList<>(filter.terms());
        terms.add(new Term(FIELD, false, List.of(new Value(Comparison.EQUAL, WITHOUT, false))));
        return new FilterExpression(terms);
    }

    /** The same of a place. */
    public static PlaceFilter usual(PlaceFilter place) {
        return new PlaceFilter(usual(place.expression()));
    }

    /** What a filter leaves of both, in words. */
    public static String words(FilterExpression filter) {
        boolean platform = leaves(filter, true);
        boolean others = leaves(filter, false);
        if (platform && others) {
            return "with what the platform itself runs";
        }
        if (others) {
            return "without what the platform itself runs";
        }
        return platform ? "only what the platform itself runs" : "neither what the platform runs nor anything else";
    }

    /** Whether a term only leaves out what the platform runs. */
    public static boolean isUsual(Term term) {
        FilterExpression alone = new FilterExpression(List.of(term));
        return term.field().equals(FIELD) && leaves(alone, false) && !leaves(alone, true);
    }

    private static boolean leaves(FilterExpression filter, boolean platform) {
        return filter.terms().stream()
                .filter(term -> term.field().equals(FIELD))
                .allMatch(term -> term.values().stream().anyMatch(value -> isYes(value) == platform) != term.negated());
    }

    private static boolean isYes(Value value) {
        return value.text().equalsIgnoreCase("yes") || value.text().equalsIgnoreCase("true");
    }
}

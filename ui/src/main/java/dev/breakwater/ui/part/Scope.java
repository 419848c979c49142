package dev.breakwater.ui.part;

import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.PlaceFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a reader looks at, over all pages; kept in the URL as {@code scope=cluster:prod,ns:pay-*,workloads:all}.
 *
 * @param clusters names, empty = all
 * @param namespaces names, {@code *} for any text, empty = all
 */
public record Scope(List<String> clusters, List<String> namespaces, Workloads workloads) {

    /** Name of the parameter. */
    public static final String PARAMETER = "scope";

    /** Everything that people run themselves, which is what a page shows when nothing is said. */
    public static final Scope DEFAULT = new Scope(List.of(), List.of(), Workloads.USER);

    /** The most clusters and namespaces together. */
    public static final int MOST_NAMES = 40;

    /** Whose workloads. */
    public enum Workloads {
        USER,
        PLATFORM,
        ALL
    }

    public Scope {
        clusters = List.copyOf(clusters);
        namespaces = List.copyOf(namespaces);
    }

    /** Reads the parameter; what cannot be understood is left out, since a scope is a view and not a right. */
    public static Scope from(QueryParameters parameters) {
        List<String> clusters = new ArrayList<>();
        List<String> namespaces = new ArrayList<>();
        Workloads workloads = Workloads.USER;
        for (String part : parameters.getSingleParameter(PARAMETER).orElse("").split(",")) {
            int colon = part.indexOf(':');
            String value = part.substring(colon + 1).strip();
            if (colon < 0 || value.isEmpty() || clusters.size() + namespaces.size() >= MOST_NAMES) {
                continue;
            }
            switch (part.substring(0, colon).strip()) {
                case "cluster" -> clusters.add(value);
                case "ns" -> namespaces.add(value);
                case "workloads" -> workloads = workloadsOf(value);
                default -> {}
            }
        }
        return new Scope(clusters, namespaces, workloads);
    }

    /** The parameter's value, empty for the default. */
    public String toParameter() {
        List<String> parts = new ArrayList<>();
        clusters.forEach(name -> parts.add("cluster:" + name));
        namespaces.forEach(name -> parts.add("ns:" + name));
        if (workloads != Workloads.USER) {
            parts.add("workloads:" + workloads.name().toLowerCase(Locale.ROOT));
        }
        return String.join(",", parts);
    }

    /** The query part of a page that has no other. */
    public QueryParameters toQuery() {
        String value = toParameter();
        return value.isEmpty() ? QueryParameters.empty() : QueryParameters.of(PARAMETER, value);
    }

    /**
     * As terms of the filter grammar.
     *
     * @param known the fields that the list can be filtered by; what it does not know does not limit it
     */
    public String toFilter(Set<String> known) {
        List<String> terms = new ArrayList<>();
        if (!clusters.isEmpty() && known.contains("cluster")) {
            terms.add(term("cluster", clusters, true));
        }
        if (!namespaces.isEmpty() && known.contains("namespace")) {
            terms.add(term("namespace", namespaces, false));
        }
        if (workloads != Workloads.ALL && known.contains("platform")) {
            terms.add(workloads == Workloads.PLATFORM ? "platform:yes" : "platform:no");
        }
        return String.join(" ", terms);
    }

    /** As a place that numbers are counted in. */
    public PlaceFilter toPlace() {
        return PlaceFilter.parse(toFilter(new HashSet<>(PlaceFilter.FIELDS)));
    }

    /** Whether the parameter can hold all its names. */
    public boolean fits() {
        return clusters.size() + namespaces.size() <= MOST_NAMES;
    }

    public Scope withClusters(List<String> names) {
        return new Scope(names, namespaces, workloads);
    }

    public Scope withNamespaces(List<String> names) {
        return new Scope(clusters, names, workloads);
    }

    public Scope withWorkloads(Workloads whose) {
        return new Scope(clusters, namespaces, whose);
    }

    private static String term(String field, List<String> names, boolean literal) {
        List<Value> values = names.stream()
                .map(name -> new Value(Comparison.EQUAL, name, literal))
                .toList();
        return new Term(field, false, values).toString();
    }

    private static Workloads workloadsOf(String word) {
        return switch (word) {
            case "platform" -> Workloads.PLATFORM;
            case "all" -> Workloads.ALL;
            default -> Workloads.USER;
        };
    }
}

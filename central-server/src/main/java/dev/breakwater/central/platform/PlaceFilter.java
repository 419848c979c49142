package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where figures are taken: the terms {@code cluster}, {@code namespace} and {@code platform} of the filter grammar, joined with
 * the reader's scope. For sums that are no lists, over any table that has these columns. Where rows belong to workloads the term
 * {@code owner} may be allowed, too ({@link #parseOwned}).
 *
 * @param expression only terms of these fields
 */
public record PlaceFilter(FilterExpression expression) {

    /** The fields, in the order in which errors name them. */
    public static final List<String> FIELDS = List.of("cluster", "namespace", "platform");

    /** The fields where rows belong to workloads, which have an owner. */
    public static final List<String> OWNED_FIELDS = List.of("cluster", "namespace", "platform", "owner");

    /** Everywhere. */
    public static final PlaceFilter EVERYWHERE = new PlaceFilter(new FilterExpression(List.of()));

    /**
     * The columns that say where a row belongs; SQL of ours, never input.
     *
     * @param cluster the id of its cluster
     * @param namespace {@code null} for what belongs to a whole cluster; such a table takes {@link #ofClusters} only
     * @param platform whether it belongs to the platform, {@code null} like the namespace
     * @param workload the id of its workload, {@code null} = it belongs to none that could have an owner
     */
    public record Columns(
            String cluster,
            @Nullable String namespace,
            @Nullable String platform,
            @Nullable String workload) {

        public Columns(String cluster, @Nullable String namespace, @Nullable String platform) {
            this(cluster, namespace, platform, null);
        }

        /** Those of a table that has them by their usual names. */
        public static Columns of(String alias) {
            return new Columns(alias + ".cluster_id", alias + ".namespace", alias + ".platform");
        }

        /** Those of a table of what belongs to workloads. */
        public static Columns ofWorkloads(String alias) {
            return new Columns(
                    alias + ".cluster_id", alias + ".namespace", alias + ".platform", alias + ".workload_id");
        }
    }

    public PlaceFilter {
        requireFields(expression, OWNED_FIELDS);
    }

    private static void requireFields(FilterExpression expression, List<String> fields) {
        for (Term term : expression.terms()) {
            if (!fields.contains(term.field())) {
                throw new InvalidRequest(
                        "q",
                        term.field().isEmpty() ? term.toString() : term.field() + ":",
                        "one of the fields " + String.join(", ", fields));
            }
        }
    }

    /**
     * Reads a filter.
     *
     * @throws InvalidRequest if it cannot be read or has other fields
     */
    public static PlaceFilter parse(String q) {
        FilterExpression expression = FilterExpression.parse(q);
        requireFields(expression, FIELDS);
        return new PlaceFilter(expression);
    }

    /**
     * Reads a filter that may name an owner; for {@link Columns} that tell the workload.
     *
     * @throws InvalidRequest if it cannot be read or has other fields
     */
    public static PlaceFilter parseOwned(String q) {
        return new PlaceFilter(FilterExpression.parse(q));
    }

    /** The filter as it would be written. */
    public String q() {
        return expression.toString();
    }

    /** Only the terms that say which clusters, for what belongs to a whole cluster. */
    public PlaceFilter ofClusters() {
        return new PlaceFilter(new FilterExpression(expression.terms().stream()
                .filter(term -> term.field().equals("cluster"))
                .toList()));
    }

    /** A condition for rows that are in the place and may be seen. */
    public String where(Columns columns, AccessScope scope, SqlParameters parameters) {
        List<String> conditions = new ArrayList<>();
        conditions.add(ScopeCondition.of(scope, columns.cluster(), columns.namespace(), parameters));
        for (Term term : expression.terms()) {
            FilterTerm field = field(term.field(), columns);
            String any = term.values().stream()
                    .map(value -> sql(field, value, columns, parameters))
                    .collect(Collectors.joining(" or "));
            conditions.add((term.negated() ? "not " : "") + "(" + any + ")");
        }
        return String.join(" and ", conditions);
    }

    private static FilterTerm field(String name, Columns columns) {
        return switch (name) {
            case "namespace" ->
                Conditions.namespace(Objects.requireNonNull(columns.namespace(), "no namespace"), columns.cluster());
            case "platform" ->
                Conditions.flag("platform", "", Objects.requireNonNull(columns.platform(), "no platform"));
            case "owner" -> Conditions.text("owner", "", "po.team");
            default -> Conditions.nameOrId("cluster", "", "pc.name", "pc.id");
        };
    }

    private static String sql(FilterTerm field, Value value, Columns columns, SqlParameters parameters) {
        String condition = field.condition().toSql(field.name(), value, parameters);
        return switch (field.name()) {
            case "cluster" -> columns.cluster() + " in (select pc.id from clusters pc where " + condition + ")";
            case "owner" ->
                Objects.requireNonNull(columns.workload(), "no workload") + " in (select po.id from workloads po where "
                        + condition + ")";
            default -> condition;
        };
    }
}

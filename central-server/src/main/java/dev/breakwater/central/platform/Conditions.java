package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The usual kinds of {@link FilterTerm}; {@code expression} is always SQL of ours, never input. */
public final class Conditions {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})(m|h|d|w)");

    private Conditions() {}

    /** Text: equal without regard to case, {@code *} for any text. */
    public static FilterTerm text(String name, String meaning, String expression) {
        return new FilterTerm(name, meaning, List.of(), (field, value, sql) -> textMatch(field, value, expression, sql))
                .suggesting(expression);
    }

    /** A text condition for use inside a larger one, such as an {@code exists}. */
    public static String textMatch(String field, Value value, String expression, SqlParameters sql) {
        onlyEqual(field, value);
        if (!value.isPattern()) {
            return "lower(" + expression + ") = lower(" + sql.add(value.text()) + ")";
        }
        return like(expression, sql.add(likePattern(value.text())));
    }

    /** Without regard to case; {@code ilike} means the same and takes ten times as long. */
    static String like(String expression, String pattern) {
        return "lower(" + expression + ") like lower(" + pattern + ")";
    }

    /** One of few words; {@code >} and {@code >=} compare by the order given where the SQL values are numbers. */
    public static FilterTerm words(String name, String meaning, String expression, Map<String, ?> sqlValueOfWord) {
        List<String> words = List.copyOf(sqlValueOfWord.keySet());
        return new FilterTerm(name, meaning, words, (field, value, sql) -> {
            Object sqlValue = sqlValueOfWord.get(value.text().toLowerCase(Locale.ROOT));
            if (sqlValue == null) {
                throw new InvalidRequest("q/" + field, value.text(), String.join(", ", words));
            }
            if (value.comparison() != Comparison.EQUAL && !(sqlValue instanceof Number)) {
                throw new InvalidRequest(
                        "q/" + field, value.toString(), "no comparison, only " + String.join(", ", words));
            }
            return "(" + expression + ") " + sign(value) + " " + sql.add(sqlValue);
        });
    }

    /** A number, with comparison. */
    public static FilterTerm number(String name, String meaning, String expression) {
        return new FilterTerm(name, meaning, List.of(), (field, value, sql) -> {
            if (!NUMBER.matcher(value.text()).matches()) {
                throw new InvalidRequest("q/" + field, value.text(), "a number, with > >= < <= before it if wanted");
            }
            return "(" + expression + " is not null and " + expression + " " + sign(value) + " "
                    + sql.add(Double.parseDouble(value.text())) + ")";
        });
    }

    /**
     * A number within bounds, with comparison; one beyond them could match nothing, or everything, and is a mistake.
     *
     * @param from the least that it can be
     * @param to the most
     */
    public static FilterTerm number(String name, String meaning, String expression, int from, int to) {
        FilterTerm unbounded = number(name, meaning, expression);
        return new FilterTerm(name, meaning, List.of(), (field, value, sql) -> {
            boolean within = NUMBER.matcher(value.text()).matches()
                    && Double.parseDouble(value.text()) >= from
                    && Double.parseDouble(value.text()) <= to;
            if (!within) {
                throw new InvalidRequest(
                        "q/" + field,
                        value.text(),
                        "a number from " + from + " to " + to + ", with > >= < <= before it if wanted");
            }
            return unbounded.condition().toSql(field, value, sql);
        });
    }

    /** The age of an instant: {@code >30d} is "longer ago than 30 days". */
    public static FilterTerm age(String name, String meaning, String expression) {
        return new FilterTerm(name, meaning, List.of(), (field, value, sql) -> {
            Matcher age = AGE.matcher(value.text());
            if (!age.matches() || value.comparison() == Comparison.EQUAL) {
                throw new InvalidRequest(
                        "q/" + field, value.toString(), "> or < and a number of m, h, d or w, such as >30d");
            }
            long amount = Long.parseLong(age.group(1));
            Duration duration = switch (age.group(2)) {
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                case "d" -> Duration.ofDays(amount);
                default -> Duration.ofDays(7 * amount);
            };
            // The column by itself on one side, so that an index and the statistics of its values can serve.
            return "(" + expression + " is not null and " + expression + " " + older(value.comparison())
                    + " now() - make_interval(secs => " + sql.add((double) duration.toSeconds()) + "))";
        });
    }

    /** A greater age is an earlier instant. */
    private static String older(Comparison age) {
        return switch (age) {
            case GREATER -> "<";
            case GREATER_OR_EQUAL -> "<=";
            case LESS -> ">";
            case LESS_OR_EQUAL -> ">=";
            case EQUAL -> throw new IllegalArgumentException("an age is compared");
        };
    }

    /** Yes or no. */
    public static FilterTerm flag(String name, String meaning, String expression) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("yes", true);
        words.put("no", false);
        words.put("true", true);
        words.put("false", false);
        return words(name, meaning, expression, words);
    }

    /** A label {@code key} or {@code key=value} of a jsonb object. */
    public static FilterTerm label(String name, String meaning, String expression) {
        return new FilterTerm(name, meaning, List.of(), (field, value, sql) -> {
            onlyEqual(field, value);
            int equals = value.text().indexOf('=');
            if (equals < 0) {
                return "jsonb_exists(" + expression + ", " + sql.add(value.text()) + ")";
            }
            String at = expression + " ->> " + sql.add(value.text().substring(0, equals));
            String wanted = value.text().substring(equals + 1);
            return "coalesce("
                    + (value.isPattern() ? at + " ilike " + sql.add(likePattern(wanted)) : at + " = " + sql.add(wanted))
                    + ", false)";
        });
    }

    /** A name, or the id itself. */
    public static FilterTerm nameOrId(String name, String meaning, String nameExpression, String idExpression) {
        return new FilterTerm(name, meaning, List.of(), (field, value, sql) -> {
                    String byName = textMatch(field, value, nameExpression, sql);
                    return isId(value) ? "(" + byName + " or " + idExpression + " = " + id(value, sql) + ")" : byName;
                })
                .suggesting(nameExpression);
    }

    /** The cluster that something is in, by its name or id; clusters are few, so that their ids are found first. */
    public static FilterTerm cluster(String meaning, String column) {
        FilterTerm named = nameOrId("cluster", meaning, "pc.name", "pc.id");
        return new FilterTerm("cluster", meaning, List.of(), (field, value, sql) -> {
                    String query = "select pc.id from clusters pc where "
                            + named.condition().toSql(field, value, sql);
                    return sql.among(column, query).orElseGet(() -> column + " in (" + query + ")");
                })
                .suggesting("pc.name", new FilterTerm.Source("clusters pc", FilterTerm.Source.SCOPE, "pc.id", null));
    }

    /** As {@link #cluster}, of things that may be in none: those are in none that is named. */
    public static FilterTerm clusterOrNone(String meaning, String column) {
        FilterTerm in = cluster(meaning, column);
        return new FilterTerm(
                        "cluster",
                        meaning,
                        List.of(),
                        (field, value, sql) -> "coalesce(" + in.condition().toSql(field, value, sql) + ", false)")
                .suggesting("pc.name", new FilterTerm.Source("clusters pc", FilterTerm.Source.SCOPE, "pc.id", null));
    }

    /**
     * A namespace by its name, or by the id of one of them.
     *
     * @param clusterExpression the id of the cluster that the namespace is in
     */
    public static FilterTerm namespace(String expression, String clusterExpression) {
        return new FilterTerm("namespace", "namespace, name or id", List.of(), (field, value, sql) -> {
                    String byName = textMatch(field, value, expression, sql);
                    return isId(value)
                            ? "(" + byName + " or exists (select 1 from namespaces ns where ns.id = " + id(value, sql)
                                    + " and ns.cluster_id = " + clusterExpression + " and ns.name = " + expression
                                    + "))"
                            : byName;
                })
                .suggesting(expression);
    }

    private static boolean isId(Value value) {
        return ID.matcher(value.text()).matches();
    }

    private static String id(Value value, SqlParameters sql) {
        return sql.add(UUID.fromString(value.text()));
    }

    /** The {@code like} pattern of texts that hold a value of free text anywhere. */
    public static String pieceOf(Value value) {
        return "%" + (value.isPattern() ? likePattern(value.text()) : likeText(value.text())) + "%";
    }

    /**
     * A condition that a column has one of the ids that a query selects, found before the list is read.
     *
     * @param query of few ids, with parameters of {@code sql}
     * @param otherwise the condition if there are too many to name them
     */
    public static String among(String column, String query, String otherwise, SqlParameters sql) {
        return sql.among(column, query).orElse(otherwise);
    }

    /**
     * A field of names or ids that stand in a small table of their own, too.
     *
     * @param query such as {@code select p.id from policies p}; what it does not know is compared with {@code nameExpression}
     * @param name the name in it
     * @param id the id in it
     */
    public static FilterTerm nameOrIdIn(FilterTerm field, String idExpression, String query, String name, String id) {
        FilterTerm there = nameOrId(field.name(), field.meaning(), name, id);
        return new FilterTerm(
                field.name(),
                field.meaning(),
                field.values(),
                (given, value, sql) -> sql.amongSome(
                                idExpression,
                                query + " where " + there.condition().toSql(given, value, sql))
                        .orElseGet(() -> field.condition().toSql(given, value, sql)),
                field.suggested(),
                field.shortcut());
    }

    /**
     * A condition that a column has one of the ids whose names match, found in a table with fewer rows.
     *
     * @param query such as {@code select w.id from workloads w}
     * @param names those in it, one of which has to match
     * @param pattern of {@code like}
     * @return empty if so many match that looking through the list itself is no slower
     */
    public static Optional<String> amongNamed(
            String column, String query, List<String> names, String pattern, SqlParameters sql) {
        String given = sql.add(pattern);
        String named = names.stream().map(name -> like(name, given)).collect(Collectors.joining(" or "));
        return sql.among(column, query + " where " + named);
    }

    /**
     * Conditions that a column has one of the ids whose names match, a condition for each id.
     *
     * @return empty if there are more than are worth looking for one by one
     */
    public static Optional<List<String>> eachNamed(
            String column, String query, String name, String pattern, SqlParameters sql) {
        return sql.each(column, query + " where " + like(name, sql.add(pattern)));
    }

    /** A pattern of the grammar as one of {@code like}. */
    public static String likePattern(String pattern) {
        return likeText(pattern).replace('*', '%');
    }

    /** A text as a {@code like} pattern that only the text itself matches. */
    static String likeText(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String sign(Value value) {
        return value.comparison() == Comparison.EQUAL ? "=" : value.comparison().sign();
    }

    static void onlyEqual(String field, Value value) {
        if (value.comparison() != Comparison.EQUAL) {
            throw new InvalidRequest("q/" + field, value.toString(), "no comparison, the field is a text");
        }
    }
}

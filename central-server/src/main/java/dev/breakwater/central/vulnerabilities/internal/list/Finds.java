package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.vulnerabilities.SeverityCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Terms that the lists of vulnerabilities share, each found by what it names and not by looking through all findings. */
final class Finds {

    /** The states, in the order in which they are told. */
    static final List<String> STATES = List.of("observed", "deferred", "false-positive");

    private Finds() {}

    /**
     * By an id or an alias.
     *
     * @param column of the vulnerability's row
     */
    static FilterTerm cve(String column) {
        return new FilterTerm("cve", "its id or an alias, * for any text", List.of(), (field, value, sql) -> {
            // As an array it is known before the rest is planned for: a semi-join would come last, after all findings
            // are joined.
            return column + " = any (array(" + named(field, value, sql) + "))";
        });
    }

    /** By the name of a package that has it. */
    static FilterTerm component(String column) {
        return new FilterTerm(
                "component",
                "a package that has it",
                List.of(),
                (field, value, sql) -> column
                        + " in (select f.vulnerability_id from packages k join package_findings f on f.package_id = k.id where "
                        + Conditions.textMatch(field, value, "k.name", sql) + ")");
    }

    /** Of what workloads run for which a condition holds. */
    static FilterTerm running(String name, String meaning, String column, String expression) {
        return new FilterTerm(
                name,
                meaning,
                List.of(),
                (field, value, sql) -> inContents(column, Conditions.textMatch(field, value, expression, sql)));
    }

    /** By the cluster that runs it, by its name or id. */
    static FilterTerm cluster(String column) {
        return new FilterTerm(
                "cluster",
                "a cluster that runs it, name or id",
                List.of(),
                (field, value, sql) -> inContents(column, "w.cluster_id in (" + clusters(field, value, sql) + ")"));
    }

    private static String clusters(String field, Value value, SqlParameters sql) {
        return "select pc.id from clusters pc where " + Conditions.textMatch(field, value, "pc.name", sql)
                + " or cast(pc.id as text) = lower(" + sql.add(value.text()) + ")";
    }

    /**
     * By whether what runs it is part of the platform: with {@code no} also what nobody runs. Each row is looked up by itself and only
     * until the first workload that fits: as a join it would look through all findings.
     *
     * @param found SQL of images ({@code ic}) by the row, with its condition
     */
    static FilterTerm platform(String found) {
        String users = "select true from "
                + found.replace(
                        "{join}",
                        " join workload_images u on u.image_id = ic.image_id join workloads w on w.id = u.workload_id");
        FilterTerm flag = Conditions.flag("platform", "", "w.platform");
        return new FilterTerm(
                "platform",
                "whether part of the platform runs it; a workload that is not, or nobody: no",
                flag.values(),
                (field, value, sql) -> {
                    String fits = "coalesce((" + users + " and "
                            + flag.condition().toSql(field, value, sql) + " limit 1), false)";
                    boolean user =
                            value.text().equalsIgnoreCase("no") || value.text().equalsIgnoreCase("false");
                    return user ? "(" + fits + " or (" + users + " limit 1) is null)" : fits;
                });
    }

    private static String inContents(String column, String condition) {
        return column + " in (select f.vulnerability_id from package_findings f"
                + " join image_packages p on p.package_id = f.package_id where p.content_id in ("
                + "select c.content_id from workloads w join workload_images u on u.workload_id = w.id"
                + " join image_content c on c.image_id = u.image_id join images i on i.id = u.image_id where "
                + condition + "))";
    }

    /**
     * By what people decided: one of three, everywhere.
     *
     * @param observed SQL that holds where it counts
     * @param deferred SQL that holds where it is put off
     * @param falsePositive SQL that holds where it does not apply
     */
    static FilterTerm state(String observed, String deferred, String falsePositive) {
        List<String> conditions = List.of(observed, deferred, falsePositive);
        return new FilterTerm("state", "what people decided of it", STATES, (field, value, sql) -> {
            int which = STATES.indexOf(value.text().toLowerCase(Locale.ROOT));
            if (which < 0 || value.comparison() != Comparison.EQUAL) {
                throw new InvalidRequest("q/" + field, value.toString(), String.join(", ", STATES));
            }
            return "(" + conditions.get(which) + ")";
        });
    }

    private static final String UNKNOWN = "unknown";

    private static List<String> withUnknown(List<String> words) {
        return Stream.concat(words.stream(), Stream.of(UNKNOWN)).toList();
    }

    private static boolean isUnknown(String field, Value value, List<String> words) {
        if (!value.text().equalsIgnoreCase(UNKNOWN)) {
            return false;
        }
        if (value.comparison() != Comparison.EQUAL) {
            throw new InvalidRequest(
                    "q/" + field, value.toString(), "no comparison with unknown, only " + String.join(", ", words));
        }
        return true;
    }

    /** A severity by its number; that it is unknown is asked for by itself, and compares with nothing. */
    static FilterTerm severityOf(String meaning, String expression) {
        FilterTerm known = Conditions.words("severity", meaning, expression, Severities.words());
        List<String> words = withUnknown(known.values());
        return new FilterTerm("severity", meaning, words, (field, value, sql) -> {
            if (isUnknown(field, value, words)) {
                return "(" + expression + ") = 0";
            }
            if (!known.values().contains(value.text().toLowerCase(Locale.ROOT))) {
                throw new InvalidRequest("q/" + field, value.text(), String.join(", ", words));
            }
            return "((" + expression + ") > 0 and " + known.condition().toSql(field, value, sql) + ")";
        });
    }

    /** At least one of a severity counts, by the columns of a table of counts. */
    static FilterTerm severity(String counts) {
        List<String> words = List.copyOf(Severities.words().keySet());
        List<String> all = withUnknown(words);
        return new FilterTerm(
                "severity", "one of it counts; > and >= for graver ones, too", all, (field, value, sql) -> {
                    if (isUnknown(field, value, all)) {
                        return counts + ".unknown > 0";
                    }
                    int from = words.indexOf(value.text().toLowerCase(Locale.ROOT));
                    if (from < 0) {
                        throw new InvalidRequest("q/" + field, value.text(), String.join(", ", all));
                    }
                    // The words are the gravest first.
                    List<String> wanted = switch (value.comparison()) {
                        case EQUAL -> words.subList(from, from + 1);
                        case GREATER -> words.subList(0, from);
                        case GREATER_OR_EQUAL -> words.subList(0, from + 1);
                        case LESS -> words.subList(from + 1, words.size());
                        case LESS_OR_EQUAL -> words.subList(from, words.size());
                    };
                    return wanted.isEmpty()
                            ? "false"
                            : wanted.stream()
                                    .map(word -> counts + "." + word + " > 0")
                                    .collect(Collectors.joining(" or ", "(", ")"));
                });
    }

    /** How many of each severity, of a row with a column for each. */
    static SeverityCounts counts(ResultSet row) throws SQLException {
        return new SeverityCounts(
                row.getInt("critical"),
                row.getInt("high"),
                row.getInt("medium"),
                row.getInt("low"),
                row.getInt("unknown"));
    }

    /** The vulnerabilities that a name or an alias means. */
    static String named(String field, Value value, SqlParameters sql) {
        return "select n.vulnerability_id from vulnerability_aliases n where "
                + Conditions.textMatch(field, value, "n.alias", sql);
    }
}

package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.ProposedDecisions;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Vulnerability.State;
import dev.breakwater.engine.vulnerability.vex.VexScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Asks the functions of the database that decide what is there of what could be there. */
@Component
class StoredProposedDecisions implements ProposedDecisions {

    /** Where an exception covers a package of a name. */
    private record Covered(UUID workload, String image, String component, String vulnerability) {}

    /** What a statement dismisses. */
    private record Dismissed(InstalledPackage installed, String vulnerability) {}

    /** A statement that speaks of a vulnerability. */
    private record Statement(long id, String purl) {}

    private final JdbcTemplate jdbc;
    private final Decisions decisions;

    StoredProposedDecisions(JdbcTemplate jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    @Override
    public Answer of(Collection<UUID> workloads, Collection<Proposed> proposed) {
        if (workloads.isEmpty() || proposed.isEmpty() || !decisions.any()) {
            return (workload, image, installed, vulnerability) -> State.OBSERVED;
        }
        Map<Covered, State> covered = covered(workloads, proposed);
        Set<Dismissed> dismissed = dismissed(proposed);
        return (workload, image, installed, vulnerability) -> dismissed.contains(
                        new Dismissed(installed, vulnerability))
                ? State.FALSE_POSITIVE
                : covered.getOrDefault(new Covered(workload, image, installed.name(), vulnerability), State.OBSERVED);
    }

    private Map<Covered, State> covered(Collection<UUID> workloads, Collection<Proposed> proposed) {
        Rows pairs = Rows.of("text", "text");
        proposed.stream()
                .flatMap(one -> one.vulnerabilities().stream()
                        .map(vulnerability -> List.of(one.installed().name(), vulnerability)))
                .distinct()
                .forEach(pair -> pairs.add(pair.getFirst(), pair.getLast()));
        Map<Covered, State> covered = new HashMap<>();
        jdbc.query(
                """
                select w.id as workload_id, i.name as image, q.component, q.vulnerability,
                    bool_or(e.kind = 'FALSE_POSITIVE') as false_positive
                from %s q(component, vulnerability)
                    join vulnerability_aliases a on a.alias = q.vulnerability
                    join exceptions_in_force e on e.vulnerability_id = a.vulnerability_id
                    cross join workloads w join clusters l on l.id = w.cluster_id
                    join workload_images u on u.workload_id = w.id join images i on i.id = u.image_id
                where w.id = any(?) and exception_covers(e.exception, l.name, w.namespace, w.labels, i.name, q.component)
                group by 1, 2, 3, 4
                """.formatted(pairs.unnest()),
                row -> {
                    covered.put(
                            new Covered(
                                    Sql.uuid(row, "workload_id"),
                                    row.getString("image"),
                                    row.getString("component"),
                                    row.getString("vulnerability")),
                            row.getBoolean("false_positive") ? State.FALSE_POSITIVE : State.DEFERRED);
                },
                pairs.parameters(Rows.ids(workloads)));
        return covered;
    }

    private Set<Dismissed> dismissed(Collection<Proposed> proposed) {
        Map<String, List<Statement>> spoken = statements(
                proposed.stream().flatMap(one -> one.vulnerabilities().stream()).collect(Collectors.toSet()));
        List<Dismissed> asked = new ArrayList<>();
        Rows questions = Rows.of("int4", "text", "text");
        for (Proposed one : proposed) {
            for (String vulnerability : one.vulnerabilities()) {
                String meant = spoken.getOrDefault(vulnerability, List.of()).stream()
                        .filter(statement ->
                                statement.purl().isEmpty() || VexScope.meansPackage(statement.purl(), one.installed()))
                        .map(statement -> String.valueOf(statement.id()))
                        .collect(Collectors.joining(","));
                if (!meant.isEmpty()) {
                    questions.add(asked.size(), vulnerability, meant);
                    asked.add(new Dismissed(one.installed(), vulnerability));
                }
            }
        }
        Set<Dismissed> dismissed = new HashSet<>();
        if (!questions.isEmpty()) {
            jdbc.query(
                    "select q.question from " + questions.unnest() + " q(question, vulnerability, statements)"
                            + " join vulnerability_aliases a on a.alias = q.vulnerability"
                            + " where vex_would_dismiss(a.vulnerability_id, string_to_array(q.statements, ',')::bigint[])",
                    row -> {
                        dismissed.add(asked.get(row.getInt(1)));
                    },
                    questions.parameters());
        }
        return dismissed;
    }

    /** By the id that was asked for. */
    private Map<String, List<Statement>> statements(Set<String> vulnerabilities) {
        Map<String, List<Statement>> statements = new HashMap<>();
        jdbc.query(
                """
                select distinct q.name, s.id, s.package_purl from unnest(?::text[]) q(name)
                    join vulnerability_aliases v on v.alias = q.name
                    join vulnerability_aliases a on a.vulnerability_id = v.vulnerability_id
                    join vex_statements s on s.names @> array[a.alias]
                where s.acts and s.digest = ''
                """,
                row -> {
                    statements
                            .computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(new Statement(row.getLong(2), row.getString(3)));
                },
                Rows.array("text", vulnerabilities));
        return statements;
    }
}

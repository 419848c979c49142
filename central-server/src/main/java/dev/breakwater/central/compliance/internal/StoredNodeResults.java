package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.NodeResults;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredNodeResults implements NodeResults {

    private static final List<Outcome> ORDER =
            List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL, Outcome.PASS, Outcome.NOT_APPLICABLE);

    private final NamedParameterJdbcTemplate jdbc;
    private final CheckCatalogue catalogue;
    private final MachineAnswers machines;
    private final StandardsInForce standards;

    StoredNodeResults(
            DataSource dataSource, CheckCatalogue catalogue, MachineAnswers machines, StandardsInForce standards) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.catalogue = catalogue;
        this.machines = machines;
        this.standards = standards;
    }

    private Map<String, List<String>> controls() {
        Map<String, List<String>> controls = new HashMap<>();
        for (Standard standard : standards.all()) {
            for (Standard.Control control : (Iterable<Standard.Control>) standard.controls()::iterator) {
                control.checks()
                        .forEach(check -> controls.computeIfAbsent(check, key -> new ArrayList<>())
                                .add(standard.id() + "/" + control.id()));
            }
        }
        return controls;
    }

    @Override
    public OfNode of(UUID nodeId, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        String query =
                "select n.id, c.* from (select id, cluster_id from listed_nodes union all select id, cluster_id from vanished_nodes) n"
                        + " left join node_checks c on c.node_id = n.id and c.catalogue = "
                        + sql.add(catalogue.machineVersion()) + " and c.collected_at > cast("
                        + sql.add(machines.since())
                        + " as timestamptz) where n.id = " + sql.add(nodeId) + " and "
                        + ScopeCondition.of(scope, "n.cluster_id", null, sql);
        Map<String, List<String>> controls = controls();
        return jdbc.query(query, sql.values(), (row, number) -> read(row, controls)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("node", nodeId.toString()));
    }

    private OfNode read(ResultSet row, Map<String, List<String>> controls) throws SQLException {
        @Nullable Instant collected = Sql.instantOrNull(row, "collected_at");
        boolean looked = collected != null;
        Set<String> failed = looked ? new HashSet<>(Sql.texts(row, "failed")) : Set.of();
        Set<String> unknown = looked ? new HashSet<>(Sql.texts(row, "unknown")) : Set.of();
        Set<String> none = looked ? new HashSet<>(Sql.texts(row, "not_applicable")) : Set.of();
        Map<String, List<Evidence>> evidence = looked ? WorkloadAnswers.evidence(row.getBytes("evidence")) : Map.of();
        List<Answer> answers = new ArrayList<>();
        for (Check check : catalogue.ofMachines()) {
            String id = check.id();
            Outcome outcome = !looked || unknown.contains(id)
                    ? Outcome.UNKNOWN
                    : failed.contains(id) ? Outcome.FAIL : none.contains(id) ? Outcome.NOT_APPLICABLE : Outcome.PASS;
            answers.add(new Answer(
                    check, outcome, evidence.getOrDefault(id, List.of()), controls.getOrDefault(id, List.of())));
        }
        answers.sort(Comparator.comparingInt((Answer answer) -> ORDER.indexOf(answer.outcome())));
        return new OfNode(collected, Sql.instantOrNull(row, "judged_at"), answers);
    }
}

package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import dev.breakwater.engine.compliance.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredCompliance implements Compliance {

    private static final int MOST_STEPS = 100;

    private final Lists lists;
    private final ListDefinition<ControlResult> definition;
    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectAnswers answers;
    private final AttestationTable attestations;
    private final CheckCatalogue catalogue;

    StoredCompliance(
            Lists lists,
            ListDefinition<ControlResult> definition,
            DataSource dataSource,
            ObjectAnswers answers,
            AttestationTable attestations,
            CheckCatalogue catalogue) {
        this.lists = lists;
        this.definition = definition;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.answers = answers;
        this.attestations = attestations;
        this.catalogue = catalogue;
    }

    @Override
    public List<Standard> standards() {
        return Standards.all();
    }

    @Override
    public List<Cell> cells(AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        Map<String, Cell> cells = new LinkedHashMap<>();
        List<Cell> clusters = jdbc.query(
                "select c.id, c.name from clusters c where " + ScopeCondition.of(scope, "c.id", null, sql)
                        + " order by c.name",
                sql.values(),
                (row, number) -> new Cell("", Sql.uuid(row, "id"), row.getString("name"), Tally.NONE, null));
        for (Standard standard : Standards.all()) {
            Tally nobodyLooked = Tally.of(Outcome.UNKNOWN, standard.controls().count());
            for (Cell cluster : clusters) {
                cells.put(
                        standard.id() + cluster.clusterId(),
                        new Cell(standard.id(), cluster.clusterId(), cluster.cluster(), nobodyLooked, null));
            }
        }
        SqlParameters given = new SqlParameters();
        Map<String, Cell> seen = new LinkedHashMap<>();
        jdbc.query(
                "select r.standard, r.cluster_id, c.name, r.outcome, count(*) as n, min(r.evaluated_at) as evaluated_at"
                        + " from compliance_results r join clusters c on c.id = r.cluster_id where "
                        + ScopeCondition.of(scope, "r.cluster_id", null, given)
                        + " group by r.standard, r.cluster_id, c.name, r.outcome",
                given.values(),
                row -> {
                    UUID cluster = Sql.uuid(row, "cluster_id");
                    seen.merge(
                            row.getString("standard") + cluster,
                            new Cell(
                                    row.getString("standard"),
                                    cluster,
                                    row.getString("name"),
                                    Tally.of(Outcome.valueOf(row.getString("outcome")), row.getLong("n")),
                                    Sql.instant(row, "evaluated_at")),
                            (one, other) -> new Cell(
                                    one.standard(),
                                    one.clusterId(),
                                    one.cluster(),
                                    one.controls().plus(other.controls()),
                                    one.evaluatedAt()));
                });
        cells.replaceAll((key, empty) -> seen.getOrDefault(key, empty));
        return List.copyOf(cells.values());
    }

    @Override
    public Page<ControlResult> results(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    public ControlDetail control(String standardId, String controlId, AccessScope scope) {
        Standard standard = Standards.byId(standardId).orElseThrow(() -> new NotFound("standard", standardId));
        Standard.Control control = standard.controlSpelt(controlId)
                .orElseThrow(() -> new NotFound("control", standardId + "/" + controlId));
        ListRequest request = new ListRequest(
                "standard:\"" + standard.id() + "\" control:\"" + control.id() + "\"",
                "cluster",
                ListRequest.MAX_PAGE_SIZE,
                null);
        return new ControlDetail(
                standard,
                control,
                results(request, scope).items(),
                checks(control, scope),
                attestations.of(standard.id(), control.id()).stream()
                        .filter(one -> one.clusterId() == null
                                || scope.everything()
                                || scope.clusters().contains(one.clusterId()))
                        .toList(),
                history(standard.id(), control.id(), scope));
    }

    private List<CheckAnswer> checks(Standard.Control control, AccessScope scope) {
        if (control.checks().isEmpty()) {
            return List.of();
        }
        SqlParameters sql = new SqlParameters();
        List<CheckAnswer> found = jdbc.query(
                "select k.*, c.name as cluster from compliance_checks k join clusters c on c.id = k.cluster_id"
                        + " where k.check_id in (" + sql.add(control.checks()) + ") and "
                        + ScopeCondition.of(scope, "k.cluster_id", null, sql) + " order by c.name",
                sql.values(),
                (row, number) -> new CheckAnswer(
                        catalogue.byId(row.getString("check_id")),
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        new Tally(
                                row.getLong("passed"),
                                row.getLong("failed"),
                                row.getLong("unknown"),
                                0,
                                row.getLong("not_applicable"))));
        List<CheckAnswer> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(
                answer -> control.checks().indexOf(answer.check().id())));
        return sorted;
    }

    private List<Step> history(String standard, String control, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        return jdbc.query(
                "select h.*, c.name as cluster from compliance_history h join clusters c on c.id = h.cluster_id where"
                        + " h.standard = " + sql.add(standard) + " and h.control = " + sql.add(control) + " and "
                        + ScopeCondition.of(scope, "h.cluster_id", null, sql) + " order by h.id desc limit "
                        + MOST_STEPS,
                sql.values(),
                (row, number) -> new Step(
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getLong("passed"),
                        row.getLong("failed"),
                        row.getLong("unknown"),
                        row.getString("cause"),
                        Sql.instant(row, "at")));
    }

    @Override
    public List<ControlResult.Sample> objects(String check, @Nullable UUID cluster, AccessScope scope) {
        if (!catalogue.has(check)) {
            throw new NotFound("check", check);
        }
        SqlParameters sql = new SqlParameters();
        List<UUID> clusters = cluster != null
                ? List.of(cluster)
                : jdbc.query(
                        "select id from clusters order by name", sql.values(), (row, number) -> Sql.uuid(row, "id"));
        List<ControlResult.Sample> found = new ArrayList<>();
        for (UUID one : clusters) {
            found.addAll(answers.samples(check, one, scope, MOST_OBJECTS));
        }
        found.sort(Comparator.comparing((ControlResult.Sample sample) -> sample.outcome() != Outcome.FAIL));
        return found.stream().limit(MOST_OBJECTS).toList();
    }
}

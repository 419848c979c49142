package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.Attestations.Holding;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
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
import dev.breakwater.engine.compliance.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredCompliance implements Compliance {

    private static final int MOST_EXCEPTIONS = 100;
    private static final int MOST_OWNERS = 200;

    private final Lists lists;
    private final ListDefinition<ControlResult> definition;
    private final NamedParameterJdbcTemplate jdbc;
    private final ObjectAnswers answers;
    private final AttestationsInForce attestations;
    private final ControlExceptionTable exceptions;
    private final StandardsInForce standards;
    private final CheckCatalogue catalogue;
    private final PartResults parts;
    private final StoredSteps steps;

    StoredCompliance(
            Lists lists,
            ListDefinition<ControlResult> definition,
            DataSource dataSource,
            ObjectAnswers answers,
            AttestationsInForce attestations,
            ControlExceptionTable exceptions,
            StandardsInForce standards,
            CheckCatalogue catalogue,
            PartResults parts,
            StoredSteps steps) {
        this.lists = lists;
        this.definition = definition;
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.answers = answers;
        this.attestations = attestations;
        this.exceptions = exceptions;
        this.standards = standards;
        this.catalogue = catalogue;
        this.parts = parts;
        this.steps = steps;
    }

    @Override
    public List<Standard> standards() {
        return standards.all();
    }

    @Override
    public List<Cell> cells(AccessScope scope, String owner) {
        Part part = part(scope, owner);
        List<PartResults.Place> places = places(part);
        Map<String, Cell> stored = storedCells(scope);
        Map<String, Cell> computed = new LinkedHashMap<>();
        for (PartResults.Place place : places) {
            if (!part.isWhole(place.id())) {
                parts.cells(place, part).forEach(cell -> computed.put(cell.standard() + cell.clusterId(), cell));
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (Standard standard : standards.all()) {
            Tally nobodyLooked = Tally.of(Outcome.UNKNOWN, standard.controls().count());
            for (PartResults.Place place : places) {
                Map<String, Cell> from = part.isWhole(place.id()) ? stored : computed;
                cells.add(from.getOrDefault(
                        standard.id() + place.id(),
                        new Cell(standard.id(), place.id(), place.name(), nobodyLooked, null)));
            }
        }
        return List.copyOf(cells);
    }

    /** A team that answers for nothing in the scope is a slip of the pen: it would come out as if it met everything. */
    private Part part(AccessScope scope, String owner) {
        String team = owner.strip();
        if (!team.isEmpty()) {
            SqlParameters sql = new SqlParameters();
            String condition = "lower(w.team) = lower(" + sql.add(team) + ") and "
                    + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", sql);
            if (jdbc.queryForList(
                            "select 1 from workloads w where " + condition + " limit 1", sql.values(), Integer.class)
                    .isEmpty()) {
                throw new InvalidRequest("owner", team, "a team that answers for a workload which you may see");
            }
        }
        return new Part(scope, team);
    }

    /** The clusters of which anything lies in a part, by name. */
    private List<PartResults.Place> places(Part part) {
        return jdbc
                .query(
                        "select c.id, c.name from clusters c order by c.name",
                        Map.of(),
                        (row, number) -> new PartResults.Place(Sql.uuid(row, "id"), row.getString("name")))
                .stream()
                .filter(place -> part.touches(place.id()))
                .toList();
    }

    private Map<String, Cell> storedCells(AccessScope scope) {
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
                    Tally tally = Tally.of(Outcome.valueOf(row.getString("outcome")), row.getLong("n"));
                    seen.merge(
                            row.getString("standard") + cluster,
                            new Cell(
                                    row.getString("standard"),
                                    cluster,
                                    row.getString("name"),
                                    tally,
                                    Sql.instant(row, "evaluated_at")),
                            (one, other) -> new Cell(
                                    one.standard(),
                                    one.clusterId(),
                                    one.cluster(),
                                    one.controls().plus(other.controls()),
                                    one.evaluatedAt()));
                });
        attested(scope)
                .forEach((place, count) -> seen.computeIfPresent(
                        place,
                        (key, cell) -> new Cell(
                                cell.standard(),
                                cell.clusterId(),
                                cell.cluster(),
                                cell.controls(),
                                count,
                                cell.evaluatedAt())));
        return seen;
    }

    /** How many controls pass by a word, by standard and cluster. */
    private Map<String, Long> attested(AccessScope scope) {
        List<Holding> held = attestations.holding();
        if (held.isEmpty()) {
            return Map.of();
        }
        SqlParameters given = new SqlParameters();
        Map<String, Set<Optional<UUID>>> clusters = held.stream()
                .collect(Collectors.groupingBy(
                        one -> one.standard() + '\n' + one.control(),
                        Collectors.mapping(
                                one -> Optional.ofNullable(one.attestation().clusterId()), Collectors.toSet())));
        Map<String, Long> counts = new HashMap<>();
        jdbc.query(
                "select r.standard, r.control, r.cluster_id from compliance_results r where r.outcome = 'PASS' and r.control in ("
                        + given.add(
                                held.stream().map(Holding::control).distinct().toList()) + ") and "
                        + ScopeCondition.of(scope, "r.cluster_id", null, given),
                given.values(),
                row -> {
                    UUID cluster = Sql.uuid(row, "cluster_id");
                    Set<Optional<UUID>> of = clusters.getOrDefault(
                            row.getString("standard") + '\n' + row.getString("control"), Set.of());
                    if (of.contains(Optional.<UUID>empty()) || of.contains(Optional.of(cluster))) {
                        counts.merge(row.getString("standard") + cluster, 1L, Long::sum);
                    }
                });
        return counts;
    }

    @Override
    public Page<ControlResult> results(ListRequest request, AccessScope scope, String owner) {
        Part part = part(scope, owner);
        if (part.owner().isEmpty() && scope.namespaces().isEmpty()) {
            Page<ControlResult> page = lists.page(definition, request, scope);
            return new Page<>(attested(page.items()), page.nextPageToken());
        }
        List<ControlResult> all = new ArrayList<>();
        for (PartResults.Place place : places(part)) {
            all.addAll(
                    part.isWhole(place.id()) ? stored("cluster:" + place.id(), scope) : parts.results(place, part, ""));
        }
        Page<ControlResult> page = PartFilter.page(all, request);
        return new Page<>(parts.withSamples(page.items(), part), page.nextPageToken());
    }

    private List<ControlResult> stored(String q, AccessScope scope) {
        List<ControlResult> all = new ArrayList<>();
        lists.stream(definition, q, "control,cluster", scope, all::add);
        return attested(all);
    }

    /** With the words that they pass by; those of parts have them already. */
    private List<ControlResult> attested(List<ControlResult> results) {
        AttestationsInForce.At held = attestations.now();
        return results.stream().map(held::on).toList();
    }

    @Override
    public ControlDetail control(String standardId, String controlId, AccessScope scope, String owner) {
        Standard standard = standards.byId(standardId).orElseThrow(() -> new NotFound("standard", standardId));
        Standard.Control control = standard.controlSpelt(controlId)
                .orElseThrow(() -> new NotFound("control", standardId + "/" + controlId));
        Part part = part(scope, owner);
        List<ControlResult> results = new ArrayList<>();
        List<CheckAnswer> checks = new ArrayList<>();
        for (PartResults.Place place : places(part)) {
            if (part.isWhole(place.id())) {
                results.addAll(stored(
                        "standard:\"" + standard.id() + "\" control:\"" + control.id() + "\" cluster:" + place.id(),
                        scope));
                checks.addAll(checks(control, place));
            } else {
                results.addAll(parts.results(place, part, standard.id()).stream()
                        .filter(result -> result.control().equals(control.id()))
                        .toList());
                Map<String, Tally> tallies = answers.tallies(place.id(), part);
                parts.own(control)
                        .forEach(id -> checks.add(new CheckAnswer(
                                catalogue.byId(id),
                                place.id(),
                                place.name(),
                                tallies.getOrDefault(id, Tally.of(Outcome.UNKNOWN)))));
            }
        }
        checks.sort(Comparator.comparingInt(
                answer -> control.checks().indexOf(answer.check().id())));
        return new ControlDetail(
                standard,
                control,
                parts.withSamples(results, part),
                checks,
                attestations(standard, control, part),
                exceptions(control, part),
                part.owner().isEmpty() ? steps.of(standard.id(), control.id(), scope) : List.of());
    }

    private List<Attestation> attestations(Standard standard, Standard.Control control, Part part) {
        return attestations.history(standard, control).stream()
                .filter(one -> one.clusterId() == null || part.touches(one.clusterId()))
                .toList();
    }

    private List<ControlException> exceptions(Standard.Control control, Part part) {
        if (control.checks().isEmpty()) {
            return List.of();
        }
        return exceptions.about(control.checks(), MOST_EXCEPTIONS).stream()
                .filter(one -> part.isWhole(one.clusterId())
                        || part.scope().everything()
                        || part.scope().clusters().contains(one.clusterId())
                        || part.scope()
                                .namespaces()
                                .contains(new AccessScope.NamespaceRef(one.clusterId(), one.namespace())))
                .toList();
    }

    private List<CheckAnswer> checks(Standard.Control control, PartResults.Place place) {
        if (control.checks().isEmpty()) {
            return List.of();
        }
        SqlParameters sql = new SqlParameters();
        return jdbc
                .query(
                        "select k.* from compliance_checks k where k.check_id in (" + sql.add(control.checks())
                                + ") and k.cluster_id = " + sql.add(place.id()),
                        sql.values(),
                        (row, number) -> Map.entry(
                                row.getString("check_id"),
                                new Tally(
                                        row.getLong("passed"),
                                        row.getLong("failed"),
                                        row.getLong("unknown"),
                                        0,
                                        row.getLong("not_applicable"),
                                        row.getLong("excepted"))))
                .stream()
                .filter(entry -> catalogue.has(entry.getKey()))
                .map(entry ->
                        new CheckAnswer(catalogue.byId(entry.getKey()), place.id(), place.name(), entry.getValue()))
                .toList();
    }

    @Override
    public List<String> owners(AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        return jdbc.queryForList(
                "select distinct w.team from workloads w where w.team <> '' and "
                        + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", sql) + " order by 1 limit "
                        + MOST_OWNERS,
                sql.values(),
                String.class);
    }

    @Override
    public List<ControlResult.Sample> objects(String check, @Nullable UUID cluster, AccessScope scope, String owner) {
        if (!catalogue.has(check)) {
            throw new NotFound("check", check);
        }
        Part part = part(scope, owner);
        List<ControlResult.Sample> found = new ArrayList<>();
        for (PartResults.Place place : places(part)) {
            if (cluster == null || cluster.equals(place.id())) {
                found.addAll(answers.samples(check, place.id(), part, MOST_OBJECTS));
            }
        }
        found.sort(Comparator.comparing((ControlResult.Sample sample) -> sample.outcome() != Outcome.FAIL));
        return found.stream().limit(MOST_OBJECTS).toList();
    }
}

package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Check.Subject;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.NodeChecks;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Sensitivity;
import dev.breakwater.engine.compliance.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What checks say of the objects of a cluster. */
@Component
class ObjectAnswers {

    /** The most objects of a check that are looked at for exceptions; whatever is beyond counts as failing. */
    private static final int MOST_EXCEPTED = 20_000;

    private final NamedParameterJdbcTemplate jdbc;
    private final ClusterNodes nodes;
    private final ResourceAnswers resources;
    private final PlacementAnswers placement;
    private final ClusterAnswers clusters;
    private final WorkloadTallies workloads;
    private final Excepted excepted;
    private final MachineAnswers machines;
    private final CheckCatalogue catalogue;
    private final Clock clock;

    ObjectAnswers(
            DataSource dataSource,
            ClusterNodes nodes,
            ResourceAnswers resources,
            PlacementAnswers placement,
            ClusterAnswers clusters,
            WorkloadTallies workloads,
            Excepted excepted,
            MachineAnswers machines,
            CheckCatalogue catalogue,
            Clock clock) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
        this.nodes = nodes;
        this.resources = resources;
        this.placement = placement;
        this.clusters = clusters;
        this.workloads = workloads;
        this.excepted = excepted;
        this.machines = machines;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Differs as soon as the answers of machines of a cluster changed, or got too old. */
    String machinesMark(UUID cluster) {
        return machines.mark(cluster);
    }

    /** The answers to each check over a cluster. A workload that nobody has asked yet is unknown. */
    Map<String, Tally> tallies(UUID cluster) {
        Map<String, Tally> tallies = workloads.of(cluster, Part.WHOLE);
        Map<String, Tally> ofResources = resources.of(cluster).tallies();
        catalogue
                .ofObjects()
                .forEach(check -> tallies.put(check.id(), ofResources.getOrDefault(check.id(), Tally.NONE)));
        ClusterNodes.Answer seen = nodes.of(cluster);
        Instant now = clock.instant();
        Set<UUID> foreign = foreign(cluster);
        for (ClusterNodes.SeenNode node : seen.nodes()) {
            NodeChecks.judge(node.node(), foreign.contains(node.id()), now)
                    .forEach(result -> tallies.merge(result.check(), Tally.of(result.outcome()), Tally::plus));
        }
        if (seen.nodes().isEmpty()) {
            // A cluster without nodes runs nothing: none seen is not none there.
            NodeChecks.cards().forEach(card -> tallies.put(card.id(), Tally.of(Outcome.UNKNOWN)));
            tallies.put(Sensitivity.card().id(), Tally.of(Outcome.UNKNOWN));
        }
        placement
                .of(cluster)
                .forEach(placed -> tallies.merge(
                        placed.result().check(), Tally.of(placed.result().outcome()), Tally::plus));
        tallies.putAll(machines.tallies(cluster));
        clusters.of(cluster).forEach(result -> tallies.put(result.check(), Tally.of(result.outcome())));
        except(cluster, tallies);
        return tallies;
    }

    /** What of a cluster lies in a part; checks of other objects than workloads are those of the whole cluster and left out. */
    Map<String, Tally> tallies(UUID cluster, Part part) {
        Map<String, Tally> tallies = workloads.of(cluster, part);
        excepted.apply(cluster, part, tallies, excepted.holding(cluster));
        return tallies;
    }

    private void except(UUID cluster, Map<String, Tally> tallies) {
        List<ControlException> holding = excepted.holding(cluster);
        excepted.apply(cluster, Part.WHOLE, tallies, holding);
        holding.stream()
                .flatMap(one -> one.checks().stream())
                .distinct()
                .filter(catalogue::has)
                .map(catalogue::byId)
                .filter(check -> check.subject() != Subject.WORKLOAD)
                .forEach(check -> {
                    long covered = otherSamples(check, cluster, MOST_EXCEPTED).stream()
                            .filter(sample -> Excepted.of(holding, sample) != null)
                            .count();
                    tallies.computeIfPresent(check.id(), (id, tally) -> tally.excepting(covered));
                });
    }

    /**
     * Objects of a check that fail or are unknown, the failing ones first.
     *
     * @param most how many
     */
    List<Sample> samples(String checkId, UUID cluster, Part part, int most) {
        Check check = catalogue.byId(checkId);
        List<ControlException> holding = excepted.holding(cluster);
        List<Sample> found = check.subject() == Subject.WORKLOAD
                ? workloadSamples(check, cluster, part, most)
                : part.isWhole(cluster) ? otherSamples(check, cluster, most) : List.of();
        return found.stream()
                .map(sample -> sample.exceptedBy(Excepted.of(holding, sample)))
                .toList();
    }

    private List<Sample> workloadSamples(Check check, UUID cluster, Part part, int most) {
        SqlParameters sql = new SqlParameters();
        String wanted = sql.add(check.id());
        String where = "c.cluster_id = " + sql.add(cluster) + " and c.catalogue = " + sql.add(catalogue.version())
                + " and " + ScopeCondition.of(part.scope(), "c.cluster_id", "c.namespace", sql) + " and "
                + part.ownerCondition("w", sql);
        return jdbc.query("""
                select w.id, w.kind, w.namespace, w.name, c.evidence, c.judged_at, %1$s = any(c.failed) as fails
                from workload_checks c join workloads w on w.id = c.workload_id
                where (%1$s = any(c.failed) or %1$s = any(c.unknown)) and %2$s
                order by fails desc, w.namespace, w.name, w.id limit %3$d
                """.formatted(wanted, where, most), sql.values(), (row, number) -> sample(check.id(), row));
    }

    private static Sample sample(String check, ResultSet row) throws SQLException {
        List<Evidence> evidence =
                WorkloadAnswers.evidence(row.getBytes("evidence")).getOrDefault(check, List.of());
        Evidence first = evidence.isEmpty() ? new Evidence("", "", "", "", "") : evidence.getFirst();
        return new Sample(
                check,
                row.getBoolean("fails") ? Outcome.FAIL : Outcome.UNKNOWN,
                Sql.uuid(row, "id"),
                row.getString("kind"),
                row.getString("namespace"),
                row.getString("name"),
                first.field(),
                first.found(),
                first.expected(),
                first.path(),
                evidence.size() > 1 ? first.message() + " (and " + (evidence.size() - 1) + " more)" : first.message(),
                Sql.instant(row, "judged_at"));
    }

    private List<Sample> otherSamples(Check check, UUID cluster, int most) {
        if (catalogue.isOfMachines(check)) {
            return machines.samples(check.id(), cluster, most);
        }
        return switch (check.subject()) {
            case NODE ->
                check.equals(Sensitivity.card()) ? placementSamples(cluster, most) : nodeSamples(check, cluster, most);
            case CLUSTER -> clusterSamples(check, cluster);
            case OBJECT, WORKLOAD ->
                resources.of(cluster).samples().getOrDefault(check.id(), List.of()).stream()
                        .limit(most)
                        .toList();
        };
    }

    private List<Sample> clusterSamples(Check check, UUID cluster) {
        return clusters.of(cluster).stream()
                .filter(result -> result.check().equals(check.id()) && isOpen(result))
                .map(result -> clusters.sample(cluster, clusters.name(cluster), result))
                .toList();
    }

    private List<Sample> placementSamples(UUID cluster, int most) {
        Instant now = clock.instant();
        return placement.of(cluster).stream()
                .filter(placed -> isOpen(placed.result()))
                .map(placed -> sample(placed.node(), placed.name(), placed.result(), now))
                .sorted(Comparator.comparing((Sample sample) -> sample.outcome() != Outcome.FAIL))
                .limit(most)
                .toList();
    }

    private static boolean isOpen(CheckResult result) {
        return result.outcome() == Outcome.FAIL || result.outcome() == Outcome.UNKNOWN;
    }

    private List<Sample> nodeSamples(Check check, UUID cluster, int most) {
        ClusterNodes.Answer seen = nodes.of(cluster);
        Instant now = clock.instant();
        List<Sample> samples = new ArrayList<>();
        Set<UUID> foreign = foreign(cluster);
        for (ClusterNodes.SeenNode node : seen.nodes()) {
            NodeChecks.judge(node.node(), foreign.contains(node.id()), now).stream()
                    .filter(result -> result.check().equals(check.id()))
                    .filter(ObjectAnswers::isOpen)
                    .forEach(result ->
                            samples.add(sample(node.id(), node.node().meta().name(), result, now)));
        }
        return samples.stream()
                .sorted(Comparator.comparing((Sample sample) -> sample.outcome() != Outcome.FAIL)
                        .thenComparing(Sample::name))
                .limit(most)
                .toList();
    }

    /** The nodes of which the evidence of another machine is held, since somebody forced it. */
    private Set<UUID> foreign(UUID cluster) {
        return Set.copyOf(jdbc.query(
                "select node_id from node_evidence where cluster_id = :cluster and forced",
                Map.of("cluster", cluster),
                (row, number) -> Sql.uuid(row, "node_id")));
    }

    private static Sample sample(UUID node, String name, CheckResult result, Instant now) {
        Evidence first = result.evidence().getFirst();
        return new Sample(
                result.check(),
                result.outcome(),
                node,
                "Node",
                "",
                name,
                first.field(),
                first.found(),
                first.expected(),
                first.path(),
                first.message(),
                now);
    }
}

package dev.breakwater.central.compliance.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.compliance.internal.UnseenMachines.Unseen;
import dev.breakwater.central.nodes.EvidenceAge;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.About;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the checks of machines say of the nodes of a cluster, added up by the database. A node that nobody looked at lately is
 * unknown. What was added up holds until something of it changes.
 */
@Component
class MachineAnswers {

    private static final int MOST_CLUSTERS = 300;
    private static final int KEPT_SAMPLES = 5;
    static final String UNSEEN =
            "Nobody looked at this machine lately: run sensor-agent --node on it, or node mode in" + " its cluster.";

    /** Of all nodes of a cluster, by check; a few samples, and who fails. */
    record Answers(
            String mark,
            Map<String, Tally> tallies,
            Map<String, List<Sample>> samples,
            Map<String, List<Failing>> failing) {}

    static final Answers NONE = new Answers("", Map.of(), Map.of(), Map.of());

    private final JdbcTemplate jdbc;
    private final CheckCatalogue catalogue;
    private final EvidenceAge age;
    private final UnseenMachines unseen;
    private final Clock clock;
    private final Cache<UUID, Answers> last =
            Caffeine.newBuilder().maximumSize(MOST_CLUSTERS).build();

    MachineAnswers(JdbcTemplate jdbc, CheckCatalogue catalogue, EvidenceAge age, UnseenMachines unseen, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.age = age;
        this.unseen = unseen;
        this.clock = clock;
    }

    /** Looks begun before this instant count no more. */
    String since() {
        return clock.instant().minus(age.evidenceMaxAge()).toString();
    }

    Map<String, Tally> tallies(UUID cluster) {
        return of(cluster).tallies();
    }

    /** Nodes of a check that fail or are unknown, the failing ones first; read only where more are asked for than are kept. */
    List<Sample> samples(String check, UUID cluster, Answers known, int most) {
        return most <= KEPT_SAMPLES
                ? known.samples().getOrDefault(check, List.of()).stream()
                        .limit(most)
                        .toList()
                : read(check, cluster, most);
    }

    private Map<String, List<Failing>> readFailing(UUID cluster) {
        Map<String, List<Failing>> failing = new HashMap<>();
        jdbc.query(
                """
                select x.check_id, (array_agg(n.name order by n.name))[1:?] as names
                from trusted_node_checks c join nodes n on n.id = c.node_id cross join unnest(c.failed) x(check_id)
                where c.cluster_id = ? and c.catalogue = ? and c.collected_at > ?::timestamptz
                group by x.check_id
                """,
                row -> {
                    failing.put(
                            row.getString("check_id"),
                            Sql.texts(row, "names").stream()
                                    .map(name -> new Failing("Node", "", name, ""))
                                    .toList());
                },
                Failing.MOST,
                cluster,
                catalogue.machineVersion(),
                since());
        return failing;
    }

    /** The nodes of a cluster of which the evidence of another machine is held, since somebody forced it. */
    Set<UUID> foreign(UUID cluster) {
        return Set.copyOf(jdbc.query(
                "select node_id from node_evidence where cluster_id = ? and forced",
                (row, number) -> Sql.uuid(row, "node_id"),
                cluster));
    }

    Answers of(UUID cluster) {
        String mark = mark(cluster);
        Answers known = last.getIfPresent(cluster);
        if (known != null && known.mark().equals(mark)) {
            return known;
        }
        Answers answers = new Answers(mark, addUp(cluster), samples(cluster), readFailing(cluster));
        last.put(cluster, answers);
        return answers;
    }

    /** Differs as soon as something changed that the answers are made of. */
    String mark(UUID cluster) {
        return Objects.requireNonNull(
                jdbc.queryForObject("""
                select count(*) || '/' || count(*) filter (where c.collected_at > ?::timestamptz) || '/' || count(c.node_id)
                    || '/' || coalesce(max(c.judged_at)::text, '') || '/' || coalesce(max(n.first_seen_at)::text, '')
                from nodes n left join trusted_node_checks c on c.node_id = n.id and c.catalogue = ? where n.cluster_id = ?
                """, String.class, since(), catalogue.machineVersion(), cluster));
    }

    private Map<String, Tally> addUp(UUID cluster) {
        Map<String, long[]> counts = new HashMap<>();
        jdbc.query(
                """
                with fresh as materialized (
                    select c.failed, c.unknown, c.not_applicable from trusted_node_checks c join nodes n on n.id = c.node_id
                    where c.cluster_id = ? and c.catalogue = ? and c.collected_at > ?::timestamptz)
                select 0 as kind, x.check_id, count(*) as n from fresh f, unnest(f.failed) x(check_id) group by x.check_id
                union all
                select 1, x.check_id, count(*) from fresh f, unnest(f.unknown) x(check_id) group by x.check_id
                union all
                select 2, x.check_id, count(*) from fresh f, unnest(f.not_applicable) x(check_id) group by x.check_id
                union all
                select 3, '', count(*) from fresh
                union all
                select 4, '', count(*) from nodes where cluster_id = ?
                """,
                row -> {
                    counts.computeIfAbsent(row.getString("check_id"), key -> new long[5])[row.getInt("kind")] =
                            row.getLong("n");
                },
                cluster,
                catalogue.machineVersion(),
                since(),
                cluster);
        long[] totals = counts.getOrDefault("", new long[5]);
        long nodes = totals[4];
        long asked = Math.min(totals[3], nodes);
        List<Unseen> silent = asked < nodes ? unseen.of(cluster, since()) : List.of();
        Map<String, Tally> tallies = new HashMap<>();
        for (Check check : catalogue.ofMachines()) {
            long[] of = counts.getOrDefault(check.id(), new long[5]);
            long passed = Math.max(0, asked - of[0] - of[1] - of[2]);
            About about = catalogue.about(check.id());
            long others = about.isOfMachines()
                    ? silent.stream()
                            .filter(node -> !node.mayBeAsked(about, check.id()))
                            .count()
                    : 0;
            long unlooked = Math.max(0, nodes - asked - others);
            // A cluster without nodes runs nothing: none seen is not none there.
            tallies.put(
                    check.id(),
                    nodes == 0
                            ? Tally.of(Outcome.UNKNOWN)
                            : new Tally(passed, of[0], of[1] + unlooked, 0, of[2] + others));
        }
        return tallies;
    }

    /** A few of each check. */
    private Map<String, List<Sample>> samples(UUID cluster) {
        record Picked(String check, UUID node, boolean fails) {}
        List<Picked> picked = jdbc.query(
                """
                select check_id, node_id, fails from (
                    select x.check_id, c.node_id, x.fails,
                        row_number() over (partition by x.check_id order by x.fails desc, n.name) as place
                    from trusted_node_checks c join nodes n on n.id = c.node_id cross join lateral (
                        select unnest(c.failed), true union all select unnest(c.unknown), false) x(check_id, fails)
                    where c.cluster_id = ? and c.catalogue = ? and c.collected_at > ?::timestamptz) p
                where place <= ? order by check_id, place
                """,
                (row, number) ->
                        new Picked(row.getString("check_id"), Sql.uuid(row, "node_id"), row.getBoolean("fails")),
                cluster,
                catalogue.machineVersion(),
                since(),
                KEPT_SAMPLES);
        Map<UUID, Map<String, Sample>> ofNodes = new HashMap<>();
        jdbc.query(
                "select n.id, n.name, c.evidence, c.collected_at, c.failed from trusted_node_checks c join nodes n on n.id = c.node_id"
                        + " where n.id = any(?)",
                row -> {
                    ofNodes.put(Sql.uuid(row, "id"), samplesOf(row));
                },
                Rows.ids(picked.stream().map(Picked::node).distinct().toList()));
        Map<String, List<Sample>> samples = new HashMap<>();
        for (Picked one : picked) {
            Sample sample = ofNodes.getOrDefault(one.node(), Map.of()).get(one.check());
            if (sample != null) {
                samples.computeIfAbsent(one.check(), key -> new ArrayList<>()).add(sample);
            }
        }
        List<Unseen> nodes = unseen.of(cluster, since());
        for (Check check : catalogue.ofMachines()) {
            List<Sample> of = samples.computeIfAbsent(check.id(), key -> new ArrayList<>());
            of.addAll(unseen(check.id(), nodes, KEPT_SAMPLES - of.size()));
        }
        return samples;
    }

    private static Map<String, Sample> samplesOf(ResultSet row) throws SQLException {
        List<String> failed = Sql.texts(row, "failed");
        Map<String, Sample> samples = new HashMap<>();
        for (Map.Entry<String, List<Evidence>> entry :
                WorkloadAnswers.evidence(row.getBytes("evidence")).entrySet()) {
            Outcome outcome = failed.contains(entry.getKey()) ? Outcome.FAIL : Outcome.UNKNOWN;
            samples.put(entry.getKey(), sample(row, entry.getKey(), outcome, entry.getValue()));
        }
        return samples;
    }

    private static Sample sample(ResultSet row, String check, Outcome outcome, List<Evidence> evidence)
            throws SQLException {
        Evidence first = evidence.isEmpty() ? new Evidence("", "", "", "", "") : evidence.getFirst();
        return new Sample(
                check,
                outcome,
                Sql.uuid(row, "id"),
                "Node",
                "",
                row.getString("name"),
                first.field(),
                first.found(),
                first.expected(),
                first.path(),
                evidence.size() > 1 ? first.message() + " (and " + (evidence.size() - 1) + " more)" : first.message(),
                Sql.instant(row, "collected_at"));
    }

    private List<Sample> unseen(String check, List<Unseen> nodes, int most) {
        About about = catalogue.about(check);
        return nodes.stream()
                .filter(node -> node.mayBeAsked(about, check))
                .limit(Math.max(0, most))
                .map(node -> new Sample(
                        check,
                        Outcome.UNKNOWN,
                        node.id(),
                        "Node",
                        "",
                        node.name(),
                        "evidence",
                        "",
                        "",
                        "",
                        UNSEEN,
                        clock.instant()))
                .toList();
    }

    private List<Sample> read(String check, UUID cluster, int most) {
        List<Sample> samples = new ArrayList<>(jdbc.query(
                """
                select n.id, n.name, c.evidence, c.collected_at, ? = any(c.failed) as fails
                from trusted_node_checks c join nodes n on n.id = c.node_id
                where c.cluster_id = ? and c.catalogue = ? and c.collected_at > ?::timestamptz
                    and (? = any(c.failed) or ? = any(c.unknown))
                order by fails desc, n.name limit ?
                """,
                (row, number) -> sample(
                        row,
                        check,
                        row.getBoolean("fails") ? Outcome.FAIL : Outcome.UNKNOWN,
                        WorkloadAnswers.evidence(row.getBytes("evidence")).getOrDefault(check, List.of())),
                check,
                cluster,
                catalogue.machineVersion(),
                since(),
                check,
                check,
                most));
        samples.addAll(unseen(check, unseen.of(cluster, since()), most - samples.size()));
        return samples;
    }
}

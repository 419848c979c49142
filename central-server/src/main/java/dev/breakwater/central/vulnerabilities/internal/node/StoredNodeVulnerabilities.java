package dev.breakwater.central.vulnerabilities.internal.node;

import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.NodeEvidence;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.NodeFindingRow;
import dev.breakwater.central.vulnerabilities.NodeFindings;
import dev.breakwater.central.vulnerabilities.NodeVulnerabilities;
import dev.breakwater.central.vulnerabilities.SeverityCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
class StoredNodeVulnerabilities implements NodeVulnerabilities {

    /** Fields that leave few of all findings. */
    private static final Set<String> NARROWING = Set.of("node", "cve", "component");

    private final Lists lists;
    private final ListDefinition<NodeFindingRow> definition;
    private final NodeEvidence evidence;
    private final JdbcTemplate jdbc;

    StoredNodeVulnerabilities(
            Lists lists, ListDefinition<NodeFindingRow> nodeFindingList, NodeEvidence evidence, JdbcTemplate jdbc) {
        this.lists = lists;
        this.definition = nodeFindingList;
        this.evidence = evidence;
        this.jdbc = jdbc;
    }

    @Override
    public Page<NodeFindingRow> list(ListRequest request, AccessScope scope) {
        boolean narrow = FilterExpression.parse(request.q()).terms().stream()
                .anyMatch(term -> !term.negated() && NARROWING.contains(term.field()));
        if (!narrow) {
            throw new InvalidRequest(
                    "q",
                    request.q(),
                    "a filter with one of "
                            + String.join(", ", NARROWING.stream().sorted().toList()));
        }
        return lists.page(definition, request, scope);
    }

    @Override
    public Page<NodeFindingRow> ofNode(UUID nodeId, ListRequest request, AccessScope scope) {
        evidence.state(nodeId, scope);
        String q = of(nodeId, request.q());
        return lists.page(
                definition, new ListRequest(q, request.sort(), request.pageSize(), request.pageToken()), scope);
    }

    @Override
    public int count(UUID nodeId, String q, AccessScope scope) {
        return lists.count(definition, of(nodeId, q), scope);
    }

    private static String of(UUID nodeId, String q) {
        return FilterExpression.parse(q).and("node", nodeId.toString()).toString();
    }

    @Override
    public Page<NodeFindingRow> affected(String vulnerability, ListRequest request, AccessScope scope) {
        boolean known = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from vulnerability_aliases where lower(alias) = lower(?))",
                Boolean.class,
                vulnerability));
        if (!known) {
            throw new NotFound("vulnerability", vulnerability);
        }
        String q = FilterExpression.parse(request.q()).and("cve", vulnerability).toString();
        return lists.page(
                definition, new ListRequest(q, request.sort(), request.pageSize(), request.pageToken()), scope);
    }

    @Override
    public NodeFindings summary(UUID nodeId, AccessScope scope) {
        EvidenceState state = evidence.state(nodeId, scope);
        return jdbc
                .query(
                        "select c.*, (select count(*) from node_packages p join package_due d on d.package_id = p.package_id"
                                + " where p.node_id = c.node_id) as waiting from node_counts c where c.node_id = ?",
                        (row, number) -> read(row, state),
                        nodeId)
                .stream()
                .findFirst()
                .orElseGet(() -> unseen(state));
    }

    private static NodeFindings unseen(EvidenceState state) {
        String reason = state.freshness() == EvidenceState.Freshness.NONE
                ? "Nobody looked at this machine."
                : "The packages of its evidence were not taken out yet.";
        return new NodeFindings(
                state.nodeId(),
                false,
                List.of(reason),
                state,
                state.packages(),
                0,
                0,
                new SeverityCounts(0, 0, 0, 0, 0),
                0,
                0,
                0,
                null,
                0,
                0,
                0,
                "",
                false,
                null);
    }

    private static NodeFindings read(ResultSet row, EvidenceState state) throws SQLException {
        List<String> reasons = reasons(row, state);
        return new NodeFindings(
                state.nodeId(),
                reasons.isEmpty(),
                reasons,
                state,
                row.getInt("packages"),
                row.getInt("unspoken"),
                row.getInt("waiting"),
                new SeverityCounts(
                        row.getInt("critical"),
                        row.getInt("high"),
                        row.getInt("medium"),
                        row.getInt("low"),
                        row.getInt("unknown")),
                row.getInt("fixable"),
                row.getInt("fixable_high"),
                row.getInt("exploited"),
                row.getObject("epss", Double.class),
                row.getInt("deferred"),
                row.getInt("false_positive"),
                row.getInt("not_running"),
                row.getString("kernel"),
                row.getBoolean("kernel_found"),
                Sql.instantOrNull(row, "counted_at"));
    }

    private static List<String> reasons(ResultSet row, EvidenceState state) throws SQLException {
        List<String> reasons = new ArrayList<>();
        if (state.freshness() == EvidenceState.Freshness.STALE) {
            reasons.add("The last look at it is too old: what was installed since is not known.");
        }
        if (state.forced()) {
            reasons.add("Its evidence was taken by force, though it says that it is of another machine.");
        }
        if (!row.getString("problem").isEmpty()) {
            reasons.add(row.getString("problem"));
        }
        if (row.getInt("waiting") > 0 || row.getObject("counted_at") == null) {
            reasons.add(row.getInt("waiting") + " of its packages were not held against the advisories yet.");
        }
        if (row.getInt("unspoken") > 0) {
            reasons.add(row.getInt("unspoken") + " of its " + row.getInt("packages")
                    + " packages are of a kind that no loaded feed speaks for.");
        }
        if (!row.getBoolean("kernel_found") && row.getInt("packages") > 0) {
            String kernel = row.getString("kernel");
            reasons.add(
                    kernel.isEmpty()
                            ? "It does not say which kernel runs."
                            : "The kernel that runs, " + kernel
                                    + ", belongs to no installed package: what is wrong with it is not known.");
        }
        return reasons;
    }
}

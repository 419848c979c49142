package dev.breakwater.central.detection;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.detection.ViolationRow.Silence;
import dev.breakwater.central.detection.ViolationRow.WorkloadRef;
import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.FilterTerm.Shortcut;
import dev.breakwater.central.platform.FilterTerm.Source;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.engine.policy.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The list of violations. */
@Configuration(proxyBeanMethods = false)
class ViolationLists {

    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    /** Their workload need not be there. */
    private static final Set<String> NOT_LIVE = Set.of("resolved", "attempted");

    /** Names are suggested from the workloads, of which there are fewer. */
    private static final Source WORKLOADS = new Source(
            "workloads w",
            Source.SCOPE + " and exists (select 1 from violations v where v.workload_id = w.id)",
            "w.cluster_id",
            "w.namespace");

    private static final Source POLICIES = new Source(
            "policies p",
            "exists (select 1 from violations v where v.policy_id = p.id and v.state = 'OPEN' and " + Source.SCOPE
                    + ")",
            "v.cluster_id",
            "v.namespace");

    @Bean
    ListDefinition<ViolationRow> violationList(JsonMapper json, ActorSource actors) {
        Map<String, Integer> severities = Severities.words();
        return ListDefinition.<ViolationRow>of("violations")
                .select(
                        "v.*, c.name as cluster, c.first_synced_at is null as provisional, coalesce(ac.accepted_by, ex.author, '') as silenced_by,"
                                + " coalesce(ac.reason, ex.reason, '') as silenced_why,"
                                + " coalesce(ac.ends_at, ex.expires_at) as silenced_until")
                .from("violations v left join clusters c on c.id = v.cluster_id"
                        + " left join acceptances ac on ac.id = v.acceptance_id"
                        + " left join policy_exclusions ex on ex.id = v.exclusion_id")
                .scopedBy("v.cluster_id", "v.namespace")
                .id("v.id", KeyType.ID)
                .idsFirst()
                .term(Conditions.words("severity", "severity; >=high compares", "v.severity", severities))
                .term(Conditions.words(
                        "state",
                        "open, attempted (refused before it ran), accepted, excluded or resolved",
                        "v.state",
                        new TreeMap<>(Map.of(
                                "open", "OPEN",
                                "attempted", "ATTEMPTED",
                                "accepted", "ACCEPTED",
                                "excluded", "EXCLUDED",
                                "resolved", "RESOLVED"))))
                .term(Conditions.nameOrIdIn(
                        Conditions.nameOrId("policy", "policy, name or id", "v.policy_name", "v.policy_id")
                                .suggesting("p.name", POLICIES),
                        "v.policy_id",
                        "select p.id from policies p",
                        "p.name",
                        "p.id"))
                .term(Conditions.nameOrId("workload", "workload, name or id", "v.workload_name", "v.workload_id")
                        .suggesting("w.name", WORKLOADS)
                        .with(new Shortcut(ViolationLists::live, ViolationLists::workloadsLike)))
                .term(Conditions.cluster("cluster, name or id", "v.cluster_id"))
                .term(Conditions.namespace("v.namespace", "v.cluster_id").suggesting("w.namespace", WORKLOADS))
                .term(Conditions.text("kind", "kind of the workload", "v.workload_kind")
                        .suggesting("w.kind", WORKLOADS))
                .term(Conditions.text("owner", "team that owns the workload", "v.team")
                        .suggesting("w.team", WORKLOADS))
                .term(assignee(actors))
                .term(Conditions.nameOrId("acceptance", "id of its acceptance", "''", "v.acceptance_id"))
                .term(Conditions.nameOrId("check", "id of the check that refused it", "''", "v.gate_run_id"))
                .term(Conditions.nameOrId("exclusion", "id of its exclusion", "''", "v.exclusion_id"))
                .term(Conditions.flag(
                        "unconfirmed", "a fact that decides is missing now", "v.unconfirmed_since is not null"))
                .term(category())
                .term(Conditions.flag("platform", "belongs to the platform", "v.platform"))
                .term(Conditions.flag("provisional", "cluster not read completely yet", "c.first_synced_at is null"))
                .term(Conditions.age("age", "since it opened", "v.opened_at"))
                .term(Conditions.age("changed", "since it changed", "v.changed_at"))
                .searches("v.policy_name")
                .searches("v.workload_name")
                .searchesBy(new Shortcut(ViolationLists::live, ViolationLists::named))
                .sort("severity", "v.severity", KeyType.WHOLE)
                .sort("openedAt", "v.opened_at", KeyType.INSTANT)
                .sort("changedAt", "v.changed_at", KeyType.INSTANT)
                .sort("policy", "lower(v.policy_name)", KeyType.TEXT)
                .sort("workload", "lower(v.workload_name)", KeyType.TEXT)
                .sort("namespace", "lower(v.namespace)", KeyType.TEXT)
                .sortByHolder("cluster", "c.name", "clusters", "v.cluster_id")
                .sort("owner", "lower(v.team)", KeyType.TEXT)
                .sortInParts("assignee", "v.assignee", "v.assignee <> ''", KeyType.TEXT)
                .defaultSort("-severity,-openedAt")
                .row(row -> read(row, json));
    }

    /** Whether nothing resolved or attempted is asked for: of all else the workload is there, so that its name is found in its own table. */
    private static boolean live(FilterExpression filter) {
        return filter.terms().stream()
                .anyMatch(term -> term.field().equals("state")
                        && !term.negated()
                        && term.values().stream()
                                .noneMatch(
                                        value -> NOT_LIVE.contains(value.text().toLowerCase(Locale.ROOT))));
    }

    private static Optional<List<String>> workloadsLike(String field, Value value, SqlParameters sql) {
        return value.isPattern() && value.comparison() == Comparison.EQUAL
                ? ofWorkloads(Conditions.likePattern(value.text()), sql).map(List::of)
                : Optional.empty();
    }

    private static Optional<String> ofWorkloads(String pattern, SqlParameters sql) {
        return Conditions.amongNamed("v.workload_id", "select w.id from workloads w", List.of("w.name"), pattern, sql);
    }

    /** By the names of workloads, and by each policy that is named so: the order is known of those of one policy. */
    private static Optional<List<String>> named(String field, Value value, SqlParameters sql) {
        String pattern = Conditions.pieceOf(value);
        return ofWorkloads(pattern, sql)
                .flatMap(byWorkload -> Conditions.eachNamed(
                                "v.policy_id", "select p.id from policies p", "p.name", pattern, sql)
                        .map(byPolicy -> Stream.concat(Stream.of(byWorkload), byPolicy.stream())
                                .toList()));
    }

    /** {@code me} is whoever asks, so that a saved view is right for everybody. */
    private static FilterTerm assignee(ActorSource actors) {
        return new FilterTerm(
                "assignee",
                "who sees to it: a person, a team, me or none",
                List.of("me", "none"),
                (field, value, sql) -> {
                    if (value.text().equalsIgnoreCase("me")) {
                        return "(v.assignee_kind = 'PERSON' and v.assignee = "
                                + sql.add(actors.current().name()) + ")";
                    }
                    return value.text().equalsIgnoreCase("none")
                            ? "(v.assignee = '')"
                            : Conditions.textMatch(field, value, "v.assignee", sql);
                });
    }

    /** Policies are few, so their ids are looked up once and not for each row. */
    private static FilterTerm category() {
        return new FilterTerm(
                "category",
                "category of the policy, empty for none",
                List.of(),
                (field, value, sql) ->
                        "v.policy_id in (select pc.id from policies pc left join unnest(pc.categories) as cat(name) on true"
                                + " where " + Conditions.textMatch(field, value, "coalesce(cat.name, '')", sql) + ")");
    }

    private static ViolationRow read(ResultSet row, JsonMapper json) throws SQLException {
        return new ViolationRow(
                Sql.uuid(row, "id"),
                row.getString("policy_name"),
                Sql.uuid(row, "policy_id"),
                Severities.of(row.getInt("severity")),
                row.getString("state"),
                row.getBoolean("provisional"),
                row.getTimestamp("unconfirmed_since") != null,
                assignee(row),
                silence(row),
                row.getString("resolved_by"),
                row.getInt("decisions"),
                row.getLong("policy_revision"),
                Sql.uuid(row, "gate_run_id"),
                new WorkloadRef(
                        Sql.uuid(row, "workload_id"),
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("workload_kind"),
                        row.getString("workload_name"),
                        row.getString("team")),
                json.readValue(row.getString("evidence"), EVIDENCE),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "changed_at"),
                Sql.instantOrNull(row, "closed_at"));
    }

    private static @Nullable Assignee assignee(ResultSet row) throws SQLException {
        String name = row.getString("assignee");
        return name.isEmpty() ? null : new Assignee(Assignee.Kind.valueOf(row.getString("assignee_kind")), name);
    }

    private static @Nullable Silence silence(ResultSet row) throws SQLException {
        UUID id = switch (row.getString("state")) {
            case "ACCEPTED" -> Sql.uuid(row, "acceptance_id");
            case "EXCLUDED" -> Sql.uuid(row, "exclusion_id");
            default -> null;
        };
        boolean silent = id != null || row.getString("state").equals("EXCLUDED");
        return silent
                ? new Silence(
                        id,
                        row.getString("silenced_by"),
                        row.getString("silenced_why"),
                        Sql.instantOrNull(row, "silenced_until"))
                : null;
    }
}

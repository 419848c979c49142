package dev.breakwater.central.overview;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.FilterTerm.Shortcut;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of workloads. */
@Configuration(proxyBeanMethods = false)
class WorkloadLists {

    @Bean
    ListDefinition<WorkloadRow> workloadList() {
        return ListDefinition.<WorkloadRow>of("workloads")
                .select("""
                        w.id, w.cluster_id, c.name as cluster, w.namespace, w.name, w.kind, w.team, w.platform, w.replicas,
                        w.created_at, w.first_seen_at, w.changed_at, r.score, coalesce(r.unknown_factors, 0) as unknown_factors,
                        coalesce(r.stale_factors, 0) as stale_factors, coalesce(j.critical, 0) as critical,
                        coalesce(j.high, 0) as high, coalesce(j.medium, 0) as medium, coalesce(j.low, 0) as low,
                        coalesce(cardinality(j.unknown_policies), 0) as unknown_policies,
                        coalesce(j.exposure, 'UNKNOWN') as exposure,
                        j.workload_id is null or d.due_at <= now() as pending,
                        c.first_synced_at is null as provisional,
                        case when exists (select 1 from cluster_coverage s where s.cluster_id = w.cluster_id
                                          and s.kind = 'POD' and s.sight = 'SEEN')
                             then (select cast(count(*) as int) from pods p where p.workload_id = w.id and p.phase = 'Running')
                        end as running_pods,
                        array(select i.declared from workload_images i where i.workload_id = w.id
                              group by i.declared order by i.declared) as images""")
                .from("""
                        workloads w left join clusters c on c.id = w.cluster_id
                        left join judgements j on j.workload_id = w.id
                        left join risk_scores r on r.workload_id = w.id
                        left join judgement_due d on d.workload_id = w.id""")
                .scopedBy("w.cluster_id", "w.namespace")
                .id("w.id", KeyType.ID)
                .idsFirst()
                .term(Conditions.cluster("cluster, name or id", "w.cluster_id"))
                .term(Conditions.namespace("w.namespace", "w.cluster_id"))
                .term(Conditions.text("name", "name", "w.name"))
                .term(Conditions.text("kind", "kind, as Kubernetes spells it", "w.kind"))
                .term(Conditions.text("owner", "team that owns it", "w.team"))
                .term(Conditions.label("label", "label, key or key=value", "w.labels"))
                .term(Conditions.text("account", "service account", "w.service_account"))
                .term(usesImage())
                .term(existsPolicy())
                .term(onNode())
                .term(usesSecret())
                .term(Conditions.words("exposure", "widest reach", "coalesce(j.exposure, 'UNKNOWN')", exposures()))
                .term(Conditions.number("risk", "risk score", "r.score"))
                .term(Conditions.number("critical", "open critical violations", "j.critical"))
                .term(Conditions.number("high", "open high violations", "j.high"))
                .term(Conditions.flag("privileged", "runs a privileged container", "w.privileged"))
                .term(Conditions.flag("hostnetwork", "uses the node's network", "w.host_network"))
                .term(Conditions.flag("platform", "belongs to the platform", "w.platform"))
                .term(Conditions.flag(
                        "unknown",
                        "has policies that could not be judged",
                        "coalesce(cardinality(j.unknown_policies), 0) > 0"))
                .term(unjudged())
                .term(Conditions.age("age", "since it was first seen", "w.first_seen_at"))
                .term(Conditions.age("changed", "since it changed", "w.changed_at"))
                .searches("w.name")
                .searches("w.namespace")
                .searchesBy(new Shortcut(filter -> true, WorkloadLists::named))
                .searchesBy(new Shortcut(filter -> true, WorkloadLists::named))
                .sortKnownFirst("risk", "r.score", 0, KeyType.NUMBER)
                .sort("name", "w.name", KeyType.TEXT)
                .sort("namespace", "w.namespace", KeyType.TEXT)
                .sortByHolder("cluster", "c.name", "clusters", "w.cluster_id")
                .sort("kind", "w.kind", KeyType.TEXT)
                .sort("owner", "w.team", KeyType.TEXT)
                .sortKnownFirst("critical", "j.critical", -1, KeyType.WHOLE)
                .sort("firstSeenAt", "w.first_seen_at", KeyType.INSTANT)
                .sort("changedAt", "w.changed_at", KeyType.INSTANT)
                .defaultSort("-risk")
                .row(WorkloadLists::read);
    }

    private static Optional<List<String>> named(String field, Value value, SqlParameters sql) {
        return Conditions.amongNamed(
                        "w.id",
                        "select n.id from workloads n",
                        List.of("n.name", "n.namespace"),
                        Conditions.pieceOf(value),
                        sql)
                .map(List::of);
    }

    /** By the names of images, which are fewer than their uses, and by how workloads declare them. */
    private static FilterTerm usesImage() {
        return new FilterTerm("image", "image it declares or runs", List.of(), (field, value, sql) -> {
            String users =
                    "select u.workload_id from workload_images u where u.image_id in (select i.id from images i where "
                            + Conditions.textMatch(field, value, "i.name", sql)
                            + ") union select d.workload_id from workload_images d where "
                            + Conditions.textMatch(field, value, "d.declared", sql);
            return Conditions.among("w.id", users, "w.id in (" + users + ")", sql);
        });
    }

    /** The workloads that something is said of in another table, found there first. */
    private static String users(String query, String column, String field, Value value, SqlParameters sql) {
        String users = query + " where " + Conditions.textMatch(field, value, column, sql);
        return Conditions.among("w.id", users, "w.id in (" + users + ")", sql);
    }

    private static FilterTerm existsPolicy() {
        return new FilterTerm(
                "policy",
                "policy that it violates",
                List.of(),
                (field, value, sql) ->
                        "exists (select 1 from violations v where v.workload_id = w.id and v.state = 'OPEN' and "
                                + Conditions.among(
                                        "v.policy_id",
                                        "select p.id from policies p where "
                                                + Conditions.textMatch(field, value, "p.name", sql),
                                        Conditions.textMatch(field, value, "v.policy_name", sql),
                                        sql)
                                + ")");
    }

    /** By the index over the policies of a judgement: first which policies are meant, then whose judgement has one. */
    private static FilterTerm unjudged() {
        return new FilterTerm(
                "unjudged",
                "policy that could not be judged for it, name or id",
                List.of(),
                (field, value, sql) ->
                        "w.id in (select u.workload_id from judgements u where u.unknown_policies <> '{}' and u.unknown_policies && array(select p.id from policies p where "
                                + Conditions.nameOrId("", "", "p.name", "p.id")
                                        .condition()
                                        .toSql(field, value, sql)
                                + "))");
    }

    private static FilterTerm onNode() {
        return new FilterTerm(
                "node",
                "node that one of its pods runs on",
                List.of(),
                (field, value, sql) -> users("select distinct p.workload_id from pods p", "p.node", field, value, sql));
    }

    private static FilterTerm usesSecret() {
        return new FilterTerm(
                "secret",
                "secret that it mounts, reads or pulls images with",
                List.of(),
                (field, value, sql) ->
                        users("select distinct s.workload_id from workload_secrets s", "s.secret", field, value, sql));
    }

    private static Map<String, String> exposures() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : List.of("external", "route", "node", "host", "internal", "unset", "unknown")) {
            words.put(word, word.toUpperCase(java.util.Locale.ROOT));
        }
        return words;
    }

    private static WorkloadRow read(ResultSet row) throws SQLException {
        return new WorkloadRow(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "cluster_id"),
                row.getString("cluster"),
                row.getString("namespace"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("team"),
                row.getBoolean("platform"),
                row.getObject("score", Double.class),
                null,
                row.getInt("unknown_factors"),
                row.getInt("stale_factors"),
                row.getInt("critical"),
                row.getInt("high"),
                row.getInt("medium"),
                row.getInt("low"),
                row.getInt("unknown_policies"),
                row.getString("exposure"),
                row.getBoolean("pending"),
                row.getBoolean("provisional"),
                Sql.integerOrNull(row, "replicas"),
                Sql.integerOrNull(row, "running_pods"),
                Sql.texts(row, "images"),
                Sql.instantOrNull(row, "created_at"),
                Sql.instant(row, "first_seen_at"),
                Sql.instant(row, "changed_at"));
    }
}

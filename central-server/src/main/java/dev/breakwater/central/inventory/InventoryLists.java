package dev.breakwater.central.inventory;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists of the inventory besides workloads. */
@Configuration(proxyBeanMethods = false)
class InventoryLists {

    private static final TypeReference<TreeMap<String, String>> LABELS = new TypeReference<>() {};

    @Bean
    ListDefinition<NamespaceRow> namespaceList(JsonMapper json) {
        return InventoryLists.<NamespaceRow>inClusters("namespaces", "namespaces", "name")
                .select("""
                        o.*, c.name as cluster,
                        (select count(*) from workloads w where w.cluster_id = o.cluster_id and w.namespace = o.name) as workloads,
                        (select coalesce(sum(r.score), 0) from risk_scores r
                         where r.cluster_id = o.cluster_id and r.namespace = o.name) as risk_sum,
                        (select count(*) from violations v where v.state = 'OPEN'
                         and v.cluster_id = o.cluster_id and v.namespace = o.name) as open_violations""")
                .term(Conditions.flag("platform", "belongs to the platform", "o.platform"))
                .term(Conditions.label("label", "label, key or key=value", "o.labels"))
                .row(row -> new NamespaceRow(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("name"),
                        row.getBoolean("platform"),
                        labels(row.getString("labels"), json),
                        row.getLong("workloads"),
                        row.getDouble("risk_sum"),
                        row.getLong("open_violations"),
                        Sql.instant(row, "first_seen_at")));
    }

    @Bean
    ListDefinition<SecretRow> secretList() {
        return InventoryLists.<SecretRow>inClusters("secrets", "secrets", "namespace")
                .select("""
                        o.*, c.name as cluster,
                        array(select w.kind || '/' || w.name from workload_secrets s join workloads w on w.id = s.workload_id
                              where s.cluster_id = o.cluster_id and s.namespace = o.namespace and s.secret = o.name
                              group by w.kind, w.name order by w.kind, w.name limit 100) as used_by""")
                .term(Conditions.text("type", "type", "o.type"))
                .term(Conditions.flag(
                        "used",
                        "a workload uses it",
                        "exists (select 1 from workload_secrets s where s.cluster_id = o.cluster_id"
                                + " and s.namespace = o.namespace and s.secret = o.name)"))
                .term(Conditions.age("expired", "since its first certificate ended", "o.certificate_expires_at"))
                .row(row -> new SecretRow(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("name"),
                        row.getString("type"),
                        Sql.texts(row, "keys"),
                        Sql.instantOrNull(row, "certificate_expires_at"),
                        row.getString("certificate_subject"),
                        Sql.texts(row, "registries"),
                        Sql.texts(row, "used_by"),
                        Sql.instant(row, "first_seen_at")));
    }

    @Bean
    ListDefinition<ServiceAccountRow> serviceAccountList() {
        return InventoryLists.<ServiceAccountRow>inClusters("service-accounts", "service_accounts", "namespace")
                .select("""
                        o.*, c.name as cluster,
                        array(select b.kind_name || ' ' || b.name from binding_subjects s
                              join cluster_objects b on b.id = s.binding_id
                              where s.cluster_id = o.cluster_id and s.subject = 'sa:' || o.namespace || '/' || o.name
                              order by b.kind_name, b.name limit 100) as bindings,
                        (select count(*) from workloads w where w.cluster_id = o.cluster_id and w.namespace = o.namespace
                         and w.service_account = o.name) as workloads""")
                .term(Conditions.flag("automount", "pods get its token by themselves", "coalesce(o.automount, true)"))
                .term(Conditions.flag(
                        "bound",
                        "a binding names it",
                        "exists (select 1 from binding_subjects s where s.cluster_id = o.cluster_id"
                                + " and s.subject = 'sa:' || o.namespace || '/' || o.name)"))
                .row(row -> new ServiceAccountRow(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "cluster_id"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("name"),
                        Sql.booleanOrNull(row, "automount"),
                        Sql.texts(row, "bindings"),
                        row.getLong("workloads"),
                        Sql.instant(row, "first_seen_at")));
    }

    private static Map<String, String> labels(String column, JsonMapper json) {
        return json.readValue(column, LABELS);
    }

    private static <T> ListDefinition<T> inClusters(String name, String table, @Nullable String namespaceColumn) {
        ListDefinition<T> list = ListDefinition.<T>of(name)
                .from(table + " o left join clusters c on c.id = o.cluster_id")
                .scopedBy("o.cluster_id", namespaceColumn == null ? null : "o." + namespaceColumn)
                .id("o.id", KeyType.ID)
                .idsFirst()
                .term(Conditions.cluster("cluster, name or id", "o.cluster_id"))
                .term(Conditions.text("name", "name", "o.name"))
                .searches("o.name")
                .sort("name", "o.name", KeyType.TEXT)
                .sortByHolder("cluster", "c.name", "clusters", "o.cluster_id")
                .sort("firstSeenAt", "o.first_seen_at", KeyType.INSTANT)
                .defaultSort("name");
        if (namespaceColumn != null) {
            list.term(Conditions.namespace("o." + namespaceColumn, "o.cluster_id"))
                    .sort("namespace", "o." + namespaceColumn, KeyType.TEXT);
        }
        return list;
    }
}

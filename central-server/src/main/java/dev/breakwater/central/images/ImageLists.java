package dev.breakwater.central.images;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of images. */
@Configuration(proxyBeanMethods = false)
class ImageLists {

    /** An image has no cluster of its own: it is seen by who sees a workload that uses it. */
    @Bean
    ListDefinition<ImageRow> imageList() {
        return ListDefinition.<ImageRow>of("images")
                .select("i.*, f.created_at as built_at, coalesce(f.source, '') as facts_from, u.workloads")
                .from("""
                        (select wi.image_id, count(distinct wi.workload_id) as workloads
                         from workload_images wi join workloads w on w.id = wi.workload_id where %s group by wi.image_id) u
                        join images i on i.id = u.image_id left join image_facts f on f.image_id = i.id""")
                .scopesInside("%s", "w.cluster_id", "w.namespace")
                .id("i.id", KeyType.ID)
                .term(Conditions.text("name", "whole name, * for any text", "i.name"))
                .term(Conditions.text("registry", "registry", "i.registry"))
                .term(Conditions.text("repository", "repository", "i.repository"))
                .term(Conditions.text("tag", "tag", "i.tag"))
                .term(Conditions.flag("resolved", "its digest is known", "i.digest is not null"))
                .term(Conditions.age("built", "since it was built", "f.created_at"))
                .term(inCluster())
                .term(inNamespace())
                .searches("i.name")
                .sort("name", "i.name", KeyType.TEXT)
                .sort("workloads", "u.workloads", KeyType.WHOLE)
                .sort("firstSeenAt", "i.first_seen_at", KeyType.INSTANT)
                .defaultSort("name")
                .row(ImageLists::read);
    }

    private static FilterTerm inCluster() {
        return new FilterTerm(
                "cluster",
                "a cluster that uses it, name or id",
                List.of(),
                (field, value, sql) ->
                        "exists (select 1 from workload_images x join workloads y on y.id = x.workload_id join clusters c on"
                                + " c.id = y.cluster_id where x.image_id = i.id and ("
                                + Conditions.textMatch(field, value, "c.name", sql) + " or cast(c.id as text) = "
                                + sql.add(value.text()) + "))");
    }

    private static FilterTerm inNamespace() {
        return new FilterTerm(
                "namespace",
                "a namespace that uses it",
                List.of(),
                (field, value, sql) ->
                        "exists (select 1 from workload_images x join workloads y on y.id = x.workload_id where x.image_id = i.id"
                                + " and " + Conditions.textMatch(field, value, "y.namespace", sql) + ")");
    }

    private static ImageRow read(ResultSet row) throws SQLException {
        return new ImageRow(
                Sql.uuid(row, "id"),
                row.getString("name"),
                row.getString("registry"),
                row.getString("repository"),
                row.getString("tag"),
                row.getString("digest"),
                row.getString("digest") != null,
                Sql.instantOrNull(row, "built_at"),
                row.getString("facts_from"),
                row.getLong("workloads"),
                Sql.instant(row, "first_seen_at"));
    }
}

package dev.breakwater.central.images;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of what registries hold of the repositories that run or are watched. */
@Configuration(proxyBeanMethods = false)
class RegistryImageLists {

    private static final String NEVER = "timestamptz '-infinity'";
    private static final String USES = " from images i join workload_images u on u.image_id = i.id"
            + " where i.registry = t.registry and i.repository = t.repository and (i.tag = t.tag or i.digest = t.digest)";
    private static final String RUNNING = "exists (select 1" + USES + ")";
    private static final String WATCHED =
            "exists (select 1 from image_watches a where a.registry = t.registry and a.repository = t.repository)";
    private static final String NAME = "(t.registry || '/' || t.repository || ':' || t.tag)";

    /** What is in a registry belongs to no namespace: it is seen by who sees everything. */
    @Bean
    ListDefinition<RegistryImage> registryImageList() {
        return ListDefinition.<RegistryImage>of("registry-images")
                .select("t.*, r.looked_at, r.error, " + NAME + " as name, " + WATCHED + " as watched,"
                        + " (select count(distinct u.workload_id)" + USES + ") as workloads")
                .from("registry_tags t join registry_repositories r"
                        + " on r.registry = t.registry and r.repository = t.repository")
                .id("t.id", KeyType.ID)
                .term(Conditions.text("name", "whole name, * for any text", NAME))
                .term(Conditions.text("registry", "registry", "t.registry"))
                .term(Conditions.text("repository", "repository", "t.repository"))
                .term(Conditions.text("tag", "tag", "t.tag"))
                .term(Conditions.flag(
                        "stale", "a newer one of the same series is in the registry", "t.newer_tag is not null"))
                .term(Conditions.age("newer", "since the newer one is there", "t.newer_since"))
                .term(Conditions.age("built", "since it was built", "t.built_at"))
                .term(Conditions.flag("running", "a workload runs it", RUNNING))
                .term(Conditions.flag("watched", "its repository is watched", WATCHED))
                .searches(NAME)
                .sort("name", NAME, KeyType.TEXT)
                .sort("builtAt", "coalesce(t.built_at, " + NEVER + ")", KeyType.INSTANT)
                .sort("newerSince", "coalesce(t.newer_since, " + NEVER + ")", KeyType.INSTANT)
                .sort("firstSeenAt", "t.first_seen_at", KeyType.INSTANT)
                .defaultSort("name")
                .row(RegistryImageLists::read);
    }

    private static RegistryImage read(ResultSet row) throws SQLException {
        return new RegistryImage(
                Sql.uuid(row, "id"),
                row.getString("name"),
                row.getString("registry"),
                row.getString("repository"),
                row.getString("tag"),
                row.getString("digest"),
                Sql.instantOrNull(row, "built_at"),
                Sql.instant(row, "first_seen_at"),
                Objects.requireNonNullElse(row.getString("newer_tag"), ""),
                Sql.instantOrNull(row, "newer_since"),
                row.getLong("workloads"),
                row.getBoolean("watched"),
                Sql.instantOrNull(row, "looked_at"),
                row.getString("error"));
    }
}

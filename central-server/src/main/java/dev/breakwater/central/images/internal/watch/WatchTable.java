package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.images.ImageWatch;
import dev.breakwater.central.images.ImageWatches.Reading;
import dev.breakwater.central.images.ImageWatches.Repository;
import dev.breakwater.central.images.ImageWatches.Tag;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code image_watches}, and reads what registries hold. */
@Component
class WatchTable {

    /** A watch as it stands in an export. */
    record Kept(UUID id, String registry, String repository, String tags, String note) {}

    private static final String SELECT = """
            select a.*, r.looked_at, coalesce(r.error, '') as error, coalesce(r.tag_count, 0) as tag_count,
                (select count(*) from registry_tags t where t.registry = a.registry and t.repository = a.repository
                    and t.newer_tag is not null) as stale_tags,
                (select count(distinct u.workload_id) from images i join workload_images u on u.image_id = i.id
                    where i.registry = a.registry and i.repository = a.repository) as workloads
            from image_watches a
            left join registry_repositories r on r.registry = a.registry and r.repository = a.repository
            """;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    WatchTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    List<ImageWatch> all() {
        return jdbc.query(SELECT + " order by a.registry, a.repository", (row, number) -> watch(row));
    }

    ImageWatch get(UUID id) {
        return jdbc.query(SELECT + " where a.id = ?", (row, number) -> watch(row), id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("image watch", id.toString()));
    }

    private static ImageWatch watch(ResultSet row) throws SQLException {
        return new ImageWatch(
                Sql.uuid(row, "id"),
                row.getString("registry"),
                row.getString("repository"),
                row.getString("tags"),
                row.getString("note"),
                row.getLong("workloads"),
                row.getInt("tag_count"),
                row.getLong("stale_tags"),
                Sql.instantOrNull(row, "looked_at"),
                row.getString("error"),
                row.getInt("version"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    List<Kept> kept() {
        return jdbc.query(
                "select * from image_watches",
                (row, number) -> new Kept(
                        Sql.uuid(row, "id"),
                        row.getString("registry"),
                        row.getString("repository"),
                        row.getString("tags"),
                        row.getString("note")));
    }

    int count() {
        Integer count = jdbc.queryForObject("select count(*) from image_watches", Integer.class);
        return count == null ? 0 : count;
    }

    boolean isWatched(String registry, String repository) {
        return !jdbc.queryForList(
                        "select id from image_watches where registry = ? and repository = ?",
                        UUID.class,
                        registry,
                        repository)
                .isEmpty();
    }

    void insert(Kept watch, Instant now, String actor) {
        jdbc.update(
                """
                insert into image_watches (id, registry, repository, tags, note, version, created_at, created_by, updated_at,
                    updated_by)
                values (?, ?, ?, ?, ?, 1, ?::timestamptz, ?, ?::timestamptz, ?)
                on conflict (registry, repository) do update set tags = excluded.tags, note = excluded.note,
                    version = image_watches.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
                """,
                watch.id(),
                watch.registry(),
                watch.repository(),
                watch.tags(),
                watch.note(),
                now.toString(),
                actor,
                now.toString(),
                actor);
        jdbc.update(
                "insert into registry_repositories (registry, repository, next_at, error, tag_count)"
                        + " values (?, ?, ?::timestamptz, '', 0)"
                        + " on conflict (registry, repository) do update set next_at = excluded.next_at",
                watch.registry(),
                watch.repository(),
                now.toString());
    }

    void delete(UUID id) {
        jdbc.update("delete from image_watches where id = ?", id);
    }

    Optional<Repository> repository(String registry, String repository, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        String here = "registry = " + sql.add(registry) + " and repository = " + sql.add(repository);
        String runs = "select 1 from images i join workload_images u on u.image_id = i.id"
                + " join workloads w on w.id = u.workload_id where i.registry = r.registry"
                + " and i.repository = r.repository and "
                + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", sql);
        String seen = scope.everything() ? "true" : "exists (" + runs + ")";
        return named
                .query(
                        "select r.looked_at, r.error from registry_repositories r where r."
                                + here.replace(" and ", " and r.") + " and " + seen,
                        sql.values(),
                        (row, number) -> new Repository(
                                registry,
                                repository,
                                Sql.instantOrNull(row, "looked_at"),
                                row.getString("error"),
                                tags(registry, repository, scope)))
                .stream()
                .findFirst();
    }

    Reading reading() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*)::int as every, (count(*) filter (where looked_at is null or error <> ''))::int as unread"
                        + " from registry_repositories",
                (row, number) -> new Reading(row.getInt("every"), row.getInt("unread"))));
    }

    List<Tag> tags(String registry, String repository) {
        return tags(registry, repository, new AccessScope(false, Set.of(), Set.of()));
    }

    private List<Tag> tags(String registry, String repository, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        String which = "t.registry = " + sql.add(registry) + " and t.repository = " + sql.add(repository);
        String scoped = ScopeCondition.of(scope, "w.cluster_id", "w.namespace", sql);
        return named.query(
                "select t.*, (select count(distinct w.id) from images i join workload_images u on u.image_id = i.id"
                        + " join workloads w on w.id = u.workload_id where i.registry = t.registry"
                        + " and i.repository = t.repository and (i.tag = t.tag or i.digest = t.digest) and " + scoped
                        + ") as workloads from registry_tags t where " + which
                        + " order by t.built_at desc nulls last, t.tag limit 5000",
                sql.values(),
                (row, number) -> new Tag(
                        row.getString("tag"),
                        row.getString("digest"),
                        Sql.instantOrNull(row, "built_at"),
                        Sql.instant(row, "first_seen_at"),
                        row.getLong("workloads")));
    }
}

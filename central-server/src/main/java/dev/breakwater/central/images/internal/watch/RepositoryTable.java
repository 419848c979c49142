package dev.breakwater.central.images.internal.watch;

import dev.breakwater.central.images.ImageWatches.Tag;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repositories and their tags. */
@Component
class RepositoryTable {

    record Repository(String registry, String repository) {}

    private final JdbcTemplate jdbc;

    RepositoryTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What runs and what is watched is looked at from now on; what neither is any more is forgotten. */
    @Transactional
    public void refresh(Instant now) {
        String wanted = """
                select distinct i.registry, i.repository from images i
                    where exists (select 1 from workload_images u where u.image_id = i.id)
                union select registry, repository from image_watches
                """;
        jdbc.update(
                "insert into registry_repositories (registry, repository, next_at, error, tag_count)"
                        + " select registry, repository, ?::timestamptz, '', 0 from (" + wanted
                        + ") w on conflict do nothing",
                now.toString());
        jdbc.update("delete from registry_repositories r where (r.registry, r.repository) not in (" + wanted + ")");
    }

    /** The next one that is due; nobody else takes it until the next time. */
    Optional<Repository> claim(Instant now, Instant next) {
        return jdbc
                .query(
                        """
                        update registry_repositories r set next_at = ?::timestamptz from (
                            select registry, repository from registry_repositories where next_at <= ?::timestamptz
                            order by next_at limit 1 for update skip locked) d
                        where r.registry = d.registry and r.repository = d.repository
                        returning r.registry, r.repository
                        """,
                        (row, number) -> new Repository(row.getString(1), row.getString(2)),
                        next.toString(),
                        now.toString())
                .stream()
                .findFirst();
    }

    /** The tags that run. */
    Set<String> running(Repository of) {
        return new HashSet<>(jdbc.queryForList(
                "select distinct tag from images i where registry = ? and repository = ? and tag <> ''"
                        + " and exists (select 1 from workload_images u where u.image_id = i.id)",
                String.class,
                of.registry(),
                of.repository()));
    }

    /** The tags of which it is known what they name. */
    Set<String> known(Repository of) {
        return new HashSet<>(jdbc.queryForList(
                "select tag from registry_tags where registry = ? and repository = ? and digest is not null",
                String.class,
                of.registry(),
                of.repository()));
    }

    @Transactional
    public void seen(Repository of, RepositoryLook.Seen seen, Instant now) {
        Object tags = Rows.array("text", seen.tags());
        jdbc.update(
                "delete from registry_tags where registry = ? and repository = ? and tag <> all (?::text[])",
                of.registry(),
                of.repository(),
                tags);
        jdbc.update(
                "insert into registry_tags (registry, repository, tag, first_seen_at)"
                        + " select ?, ?, t, ?::timestamptz from unnest(?::text[]) t on conflict do nothing",
                of.registry(),
                of.repository(),
                now.toString(),
                tags);
        Rows rows = Rows.of("text", "text", "timestamptz");
        seen.named().forEach((tag, named) -> rows.add(tag, named.digest(), text(named.builtAt())));
        rows.update(
                jdbc,
                "update registry_tags t set digest = n.digest, built_at = n.built_at from " + rows.unnest()
                        + " n(tag, digest, built_at), (select ?::text, ?::text) r(registry, repository)"
                        + " where t.registry = r.registry and t.repository = r.repository and t.tag = n.tag",
                of.registry(),
                of.repository());
        outdated(of);
        told(of, "", seen.tags().size(), now);
    }

    /** Writes which tags a newer one of the same series outdates, from all that is known of the repository. */
    private void outdated(Repository of) {
        List<Tag> tags = jdbc.query(
                "select tag, digest, built_at, first_seen_at from registry_tags where registry = ? and repository = ?",
                (row, number) -> new Tag(
                        row.getString("tag"),
                        row.getString("digest"),
                        Sql.instantOrNull(row, "built_at"),
                        Sql.instant(row, "first_seen_at"),
                        0),
                of.registry(),
                of.repository());
        Map<String, Tag> newer = NewerTags.of(tags);
        Rows rows = Rows.of("text", "text", "timestamptz");
        tags.forEach(tag -> {
            Tag newest = newer.get(tag.tag());
            rows.add(
                    tag.tag(),
                    newest == null ? null : newest.tag(),
                    newest == null
                            ? null
                            : Objects.requireNonNullElse(newest.builtAt(), newest.firstSeenAt())
                                    .toString());
        });
        rows.update(
                jdbc,
                "update registry_tags t set newer_tag = n.newer_tag, newer_since = n.newer_since from " + rows.unnest()
                        + " n(tag, newer_tag, newer_since), (select ?::text, ?::text) r(registry, repository)"
                        + " where t.registry = r.registry and t.repository = r.repository and t.tag = n.tag"
                        + " and (t.newer_tag, t.newer_since) is distinct from (n.newer_tag, n.newer_since)",
                of.registry(),
                of.repository());
    }

    void failed(Repository of, String error, Instant now) {
        jdbc.update(
                "update registry_repositories set looked_at = ?::timestamptz, error = ? where registry = ? and repository = ?",
                now.toString(),
                error,
                of.registry(),
                of.repository());
    }

    private void told(Repository of, String error, int tags, Instant now) {
        jdbc.update(
                "update registry_repositories set looked_at = ?::timestamptz, error = ?, tag_count = ?"
                        + " where registry = ? and repository = ?",
                now.toString(),
                error,
                tags,
                of.registry(),
                of.repository());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The patterns of tags of which the newest are to be looked into, and the tags that there are. */
    Map<String, List<String>> toScan(Repository of) {
        List<String> patterns = jdbc.queryForList(
                "select tags from image_watches where registry = ? and repository = ? and tags <> ''",
                String.class,
                of.registry(),
                of.repository());
        if (patterns.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                patterns.getFirst(),
                jdbc.queryForList(
                        "select tag from registry_tags where registry = ? and repository = ?",
                        String.class,
                        of.registry(),
                        of.repository()));
    }
}

package dev.breakwater.central.images.internal.base;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.ImageName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what images stand on; each question is one query for any number of images. */
@Component
class BaseTable {

    /**
     * What is said of the base of a content, and one known image among its lower layers.
     *
     * @param layers that the content has, 0 = not told
     * @param baseName of its labels, empty = none; likewise {@code baseDigest}
     * @param labelled the content that the digest of its labels leads to, {@code null} = none that is known
     * @param depth of the known image's layers, 0 = there is none
     * @param base the known image, {@code null} = there is none
     */
    record Under(
            int content,
            int layers,
            String baseName,
            String baseDigest,
            @Nullable Integer labelled,
            int depth,
            @Nullable Integer base) {}

    /** A repository. */
    record Repository(String registry, String repository) {

        String name() {
            return registry + "/" + repository;
        }
    }

    /** A tag. */
    record Named(Repository repository, String tag) {

        String name() {
            return repository.name() + ":" + tag;
        }

        static Named of(ImageName name) {
            return new Named(new Repository(name.registry(), name.repository()), name.tag());
        }
    }

    /**
     * A content as candidates are told apart.
     *
     * @param readable whether all of its layers were read
     */
    record Known(
            int id,
            String digest,
            String platform,
            String chain,
            boolean readable,
            @Nullable Instant builtAt,
            Instant scannedAt) {}

    /**
     * A tag of a repository.
     *
     * @param content what it names or named, {@code null} = nobody has looked into it
     */
    record Tagged(Named named, @Nullable Known content) {}

    private static final String UNDER = """
            select m.id, m.layer_count, m.base_name, m.base_digest, d.content_id as labelled, u.depth, u.base
            from image_contents m
                left join image_content_digests d on d.digest = m.base_digest and m.base_digest <> ''
                left join lateral (
                    select distinct on (l.depth) l.depth, b.id as base
                    from content_layers l join image_contents b on b.chain_id = l.chain_id
                    where l.content_id = m.id and l.depth < m.layer_count
                    order by l.depth desc, (b.id = d.content_id) is true desc,
                        exists (select 1 from tagged_contents t where t.content_id = b.id) desc, b.created_at, b.id) u on true
            where m.id = any(?) order by m.id, u.depth desc
            """;

    private static final String KNOWN =
            "c.id, c.digest, c.platform, coalesce(c.chain_id, '') as chain, c.complete, c.created_at, c.scanned_at";

    private final JdbcTemplate jdbc;

    BaseTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The nearest first; a content of which nothing is known has one without a base. */
    List<Under> under(Collection<Integer> contents) {
        return jdbc.query(
                UNDER,
                (row, number) -> new Under(
                        row.getInt("id"),
                        row.getInt("layer_count"),
                        row.getString("base_name"),
                        row.getString("base_digest"),
                        row.getObject("labelled", Integer.class),
                        row.getInt("depth"),
                        row.getObject("base", Integer.class)),
                Rows.array("int4", contents));
    }

    Map<Integer, Known> known(Collection<Integer> contents) {
        Map<Integer, Known> known = new HashMap<>();
        jdbc.query(
                "select " + KNOWN + " from image_contents c where c.id = any(?)",
                row -> {
                    known.put(row.getInt("id"), known(row));
                },
                Rows.array("int4", contents));
        return known;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getInt("id"),
                row.getString("digest"),
                row.getString("platform"),
                row.getString("chain"),
                row.getBoolean("complete"),
                Sql.instantOrNull(row, "created_at"),
                Sql.instant(row, "scanned_at"));
    }

    /** The tags by which contents are or were known. */
    Map<Integer, List<Named>> names(Collection<Integer> contents) {
        Map<Integer, List<Named>> names = new HashMap<>();
        jdbc.query(
                "select distinct t.content_id, t.registry, t.repository, t.tag from tagged_contents t"
                        + " where t.content_id = any(?) order by 1, 2, 3, 4",
                row -> {
                    names.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                            .add(new Named(new Repository(row.getString(2), row.getString(3)), row.getString(4)));
                },
                Rows.array("int4", contents));
        return names;
    }

    /** All tags of repositories, those that nobody has looked into among them. */
    Map<Repository, List<Tagged>> tags(Collection<Repository> repositories) {
        Map<Repository, List<Tagged>> tags = new HashMap<>();
        Rows rows = rows(repositories);
        if (rows.isEmpty()) {
            return tags;
        }
        jdbc.query(
                "with r as (select * from " + rows.unnest() + " r(registry, repository)),"
                        + " t as (select t.registry, t.repository, t.tag, t.content_id from r join tagged_contents t"
                        + " on t.registry = r.registry and t.repository = r.repository union"
                        + " select t.registry, t.repository, t.tag, null::int from r join registry_tags t"
                        + " on t.registry = r.registry and t.repository = r.repository)"
                        + " select t.registry, t.repository, t.tag, " + KNOWN
                        + " from t left join image_contents c on c.id = t.content_id",
                row -> {
                    Repository repository = new Repository(row.getString(1), row.getString(2));
                    boolean looked = row.getObject("id") != null;
                    tags.computeIfAbsent(repository, key -> new ArrayList<>())
                            .add(new Tagged(new Named(repository, row.getString(3)), looked ? known(row) : null));
                },
                rows.parameters());
        return tags;
    }

    /** When the tags of repositories were last read; those that nobody reads are left out. */
    Map<Repository, Instant> lookedAt(Collection<Repository> repositories) {
        Map<Repository, Instant> looked = new HashMap<>();
        Rows rows = rows(repositories);
        if (!rows.isEmpty()) {
            jdbc.query(
                    "select p.registry, p.repository, p.looked_at from " + rows.unnest() + " r(registry, repository)"
                            + " join registry_repositories p on p.registry = r.registry and p.repository = r.repository"
                            + " where p.looked_at is not null and p.error = ''",
                    row -> {
                        looked.put(new Repository(row.getString(1), row.getString(2)), Sql.instant(row, "looked_at"));
                    },
                    rows.parameters());
        }
        return looked;
    }

    private static Rows rows(Collection<Repository> repositories) {
        Rows rows = Rows.of("text", "text");
        repositories.stream().distinct().forEach(one -> rows.add(one.registry(), one.repository()));
        return rows;
    }
}

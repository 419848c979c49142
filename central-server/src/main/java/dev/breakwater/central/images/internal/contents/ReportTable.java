package dev.breakwater.central.images.internal.contents;

import dev.breakwater.central.images.ImageReport.Name;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds images and their contents by a digest or the id of an image. */
@Component
class ReportTable {

    record Row(
            int id,
            String source,
            String scanner,
            Instant scannedAt,
            Instant firstScannedAt,
            boolean hasConfig,
            ContentDocument document) {}

    /** Whether somebody tried to look inside, and what came of it. */
    record Tried(boolean failed, String reason) {}

    private final NamedParameterJdbcTemplate jdbc;

    ReportTable(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** A condition on the rows {@code i} of {@code images}: those that have what is asked for. */
    private static String named(String image, SqlParameters sql) {
        Optional<UUID> id = id(image);
        if (id.isPresent()) {
            return "i.id = " + sql.add(id.get());
        }
        String digest = sql.add(image);
        return "i.id in (select x.id from images x where x.digest = " + digest
                + " union select v.image_id from image_content_digests d join contents_of_images v"
                + " on v.content_id = d.content_id where d.digest = " + digest + ")";
    }

    private static Optional<UUID> id(String image) {
        try {
            return image.length() == 36 ? Optional.of(UUID.fromString(image)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The names by which it is known, with how many of the reader's workloads run it; for others than a reader of all only those. */
    List<Name> names(String image, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        String named = named(image, sql);
        String seen = ScopeCondition.of(scope, "w.cluster_id", "w.namespace", sql);
        return jdbc
                .query(
                        "select i.id, i.name, (select count(distinct w.id) from workload_images u join workloads w"
                                + " on w.id = u.workload_id where u.image_id = i.id and " + seen + ") as workloads"
                                + " from images i where " + named + " order by i.name limit 1000",
                        sql.values(),
                        (row, number) -> new Name(Sql.uuid(row, "id"), row.getString("name"), row.getLong("workloads")))
                .stream()
                .filter(name -> scope.everything() || name.workloads() > 0)
                .toList();
    }

    Optional<Row> content(String image) {
        SqlParameters sql = new SqlParameters();
        String which = id(image)
                .map(id -> "select v.content_id from contents_of_images v where v.image_id = " + sql.add(id))
                .orElseGet(() -> "select d.content_id from image_content_digests d where d.digest = " + sql.add(image));
        return jdbc
                .query(
                        "select * from image_contents where id in (" + which + ") order by scanned_at desc limit 1",
                        sql.values(),
                        (row, number) -> new Row(
                                row.getInt("id"),
                                row.getString("source"),
                                row.getString("scanner"),
                                Sql.instant(row, "scanned_at"),
                                Sql.instant(row, "first_scanned_at"),
                                row.getBoolean("has_config"),
                                ContentDocument.read(row.getBytes("document"))))
                .stream()
                .findFirst();
    }

    /** What came of the last try to look inside. */
    Tried tried(String image) {
        SqlParameters sql = new SqlParameters();
        String which = id(image)
                .map(id -> {
                    String parameter = sql.add(id);
                    return "j.image_id = " + parameter + " or j.digest = (select i.digest from images i where i.id = "
                            + parameter + ")";
                })
                .orElseGet(() -> "j.digest = " + sql.add(image));
        return jdbc
                .query(
                        "select state, last_error from scan_jobs j where " + which + " limit 1",
                        sql.values(),
                        (row, number) -> {
                            String error = row.getString("last_error");
                            return error.isEmpty()
                                    ? new Tried(false, "The image is to be looked into: " + row.getString("state"))
                                    : new Tried(true, error);
                        })
                .stream()
                .findFirst()
                .orElse(new Tried(false, ""));
    }

    /** Its digest, as far as one is known. */
    @Nullable
    String digest(String image) {
        Optional<UUID> id = id(image);
        if (id.isEmpty()) {
            return image;
        }
        SqlParameters sql = new SqlParameters();
        return jdbc
                .queryForList("select digest from images where id = " + sql.add(id.get()), sql.values(), String.class)
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

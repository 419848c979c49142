package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.OwnStandard;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.StandardDocument;
import dev.breakwater.engine.compliance.StandardRejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code compliance_standards}. */
@Component
class StandardTable {

    private final JdbcTemplate jdbc;

    StandardTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The documents that are there, by id. */
    Map<String, String> documents() {
        return jdbc
                .query(
                        "select id, document from compliance_standards where deleted_at is null",
                        (row, number) -> Map.entry(row.getString("id"), row.getString("document")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<OwnStandard> list() {
        Map<String, String> documents = documents();
        return jdbc.query(
                "select * from compliance_standards order by deleted_at is not null, id limit 500",
                (row, number) -> read(row, documents));
    }

    Optional<OwnStandard> get(String id) {
        Map<String, String> documents = documents();
        return jdbc
                .query("select * from compliance_standards where id = ?", (row, number) -> read(row, documents), id)
                .stream()
                .findFirst();
    }

    private static OwnStandard read(ResultSet row, Map<String, String> documents) throws SQLException {
        String id = row.getString("id");
        String document = row.getString("document");
        int version = row.getInt("version");
        Instant at = Sql.instant(row, "updated_at");
        String by = row.getString("updated_by");
        Instant deleted = Sql.instantOrNull(row, "deleted_at");
        try {
            return of(
                    StandardDocument.read(document, base -> StandardsInForce.base(documents, base)),
                    document,
                    version,
                    at,
                    by,
                    deleted);
        } catch (StandardRejected e) {
            return new OwnStandard(
                    id, id, "", Map.of(), 0, document, version, at, by, deleted, String.valueOf(e.getMessage()));
        }
    }

    static OwnStandard of(
            StandardDocument.Read read,
            String document,
            int version,
            Instant at,
            String by,
            @Nullable Instant deleted) {
        return new OwnStandard(
                read.standard().id(),
                read.standard().name(),
                read.base(),
                read.left(),
                read.standard().controls().count(),
                document,
                version,
                at,
                by,
                deleted,
                "");
    }

    void insert(String id, String document, String by, Instant at) {
        jdbc.update(
                "insert into compliance_standards (id, document, version, created_at, created_by, updated_at, updated_by)"
                        + " values (?, ?, 1, ?::timestamptz, ?, ?::timestamptz, ?)",
                id,
                document,
                at.toString(),
                by,
                at.toString(),
                by);
    }

    /** {@code false} if it was changed in between. */
    boolean update(String id, int version, String document, String by, Instant at) {
        return jdbc.update(
                        "update compliance_standards set document = ?, version = version + 1, updated_at = ?::timestamptz,"
                                + " updated_by = ? where id = ? and version = ? and deleted_at is null",
                        document,
                        at.toString(),
                        by,
                        id,
                        version)
                == 1;
    }

    /** Marks it as deleted, or as there again, and forgets what it came out as. */
    void setDeleted(String id, @Nullable Instant deleted, String by, Instant at) {
        jdbc.update(
                "update compliance_standards set deleted_at = ?::timestamptz, version = version + 1,"
                        + " updated_at = ?::timestamptz, updated_by = ? where id = ?",
                deleted == null ? null : deleted.toString(),
                at.toString(),
                by,
                id);
    }
}

package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.images.Verifier;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.scanner.signature.TrustRoots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code signature_verifiers}. */
@Component
class VerifierTable {

    private static final String COUNTS = """
            select o.verifier_id, o.outcome, count(*) as images from signatures_of_images o
            where exists (select 1 from workload_images w where w.image_id = o.image_id)
            group by o.verifier_id, o.outcome""";

    /** A verifier that can be asked. */
    record Asked(UUID id, String name, int version, List<String> images, TrustRoots roots) {}

    private final JdbcTemplate jdbc;

    VerifierTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Verifier> all() {
        return rows("", new Object[0]);
    }

    Verifier get(UUID id) {
        return rows("where id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("signature verifier", id.toString()));
    }

    private List<Verifier> rows(String where, Object... parameters) {
        Map<UUID, Map<String, Integer>> counts = new HashMap<>();
        jdbc.query(COUNTS, row -> {
            counts.computeIfAbsent(Sql.uuid(row, "verifier_id"), id -> new HashMap<>())
                    .put(row.getString("outcome"), row.getInt("images"));
        });
        return jdbc.query(
                "select * from signature_verifiers " + where + " order by lower(name)",
                (row, number) -> read(row, counts.getOrDefault(Sql.uuid(row, "id"), Map.of())),
                parameters);
    }

    private static Verifier read(ResultSet row, Map<String, Integer> counts) throws SQLException {
        return new Verifier(
                Sql.uuid(row, "id"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("pem"),
                Sql.texts(row, "subjects"),
                Sql.texts(row, "issuers"),
                row.getString("logs_pem"),
                Sql.texts(row, "images"),
                row.getString("note"),
                VerifierCheck.trusted(row.getString("pem"), row.getString("logs_pem")),
                counts.getOrDefault("VERIFIED", 0),
                counts.getOrDefault("UNVERIFIED", 0),
                counts.getOrDefault("UNKNOWN", 0),
                row.getInt("version"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    /** All, to be asked. */
    List<Asked> asked() {
        return jdbc.query(
                "select * from signature_verifiers order by id",
                (row, number) -> new Asked(
                        Sql.uuid(row, "id"),
                        row.getString("name"),
                        row.getInt("version"),
                        Sql.texts(row, "images"),
                        roots(row)));
    }

    private static TrustRoots roots(ResultSet row) throws SQLException {
        TrustRoots roots = TrustRoots.none()
                .with(row.getString("name"), row.getString("pem"))
                .only(Sql.texts(row, "subjects"))
                .vouchedForBy(Sql.texts(row, "issuers"));
        String logs = row.getString("logs_pem");
        return logs.isEmpty() ? roots : roots.recordedBy(row.getString("name"), logs);
    }

    void insert(UUID id, VerifierDraft draft, Instant at, String actor) {
        jdbc.update(
                """
                insert into signature_verifiers (id, name, kind, pem, subjects, issuers, logs_pem, images, images_like, note, version,
                    created_at, created_by, updated_at, updated_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?::timestamptz, ?, ?::timestamptz, ?)
                """,
                id,
                draft.name(),
                draft.kind().name(),
                draft.pem(),
                texts(draft.subjects()),
                texts(draft.issuers()),
                draft.logsPem(),
                texts(draft.images()),
                texts(VerifierCheck.like(draft.images())),
                draft.note(),
                at.toString(),
                actor,
                at.toString(),
                actor);
    }

    void update(UUID id, VerifierDraft draft, Instant at, String actor) {
        jdbc.update(
                """
                update signature_verifiers set name = ?, kind = ?, pem = ?, subjects = ?, issuers = ?, logs_pem = ?, images = ?,
                    images_like = ?, note = ?, version = version + 1, updated_at = ?::timestamptz, updated_by = ?
                where id = ?
                """,
                draft.name(),
                draft.kind().name(),
                draft.pem(),
                texts(draft.subjects()),
                texts(draft.issuers()),
                draft.logsPem(),
                texts(draft.images()),
                texts(VerifierCheck.like(draft.images())),
                draft.note(),
                at.toString(),
                actor,
                id);
    }

    private static Object texts(List<String> values) {
        return Rows.array("text", values);
    }

    void delete(UUID id) {
        jdbc.update("delete from signature_verifiers where id = ?", id);
    }

    int count() {
        Integer count = jdbc.queryForObject("select count(*) from signature_verifiers", Integer.class);
        return count == null ? 0 : count;
    }

    boolean isTaken(String name, @Nullable UUID except) {
        return !jdbc
                .queryForList("select id from signature_verifiers where lower(name) = lower(?)", UUID.class, name)
                .stream()
                .allMatch(id -> id.equals(except));
    }

    /** The images that run and that a verifier speaks of. */
    List<UUID> images(UUID id) {
        return jdbc.queryForList(
                "select distinct o.image_id from signatures_of_images o join workload_images w on w.image_id = o.image_id"
                        + " where o.verifier_id = ?",
                UUID.class,
                id);
    }
}

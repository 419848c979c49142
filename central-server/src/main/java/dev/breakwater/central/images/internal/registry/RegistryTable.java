package dev.breakwater.central.images.internal.registry;

import dev.breakwater.central.images.Registry;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.StoredSecrets;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code registries}; secrets only sealed. */
@Component
class RegistryTable {

    private static final String SELECT = """
            select r.*, u.images, f.failed, f.retried, coalesce(e.last_error, '') as last_error from registries r
            cross join lateral (
                select count(*) as images from images i where i.registry = lower(r.host) and r.mirror_of = ''
                    and exists (select 1 from workload_images w where w.image_id = i.id)) u
            cross join lateral (
                select count(*) filter (where j.state = 'FAILED') as failed,
                    count(*) filter (where j.state in ('QUEUED', 'RUNNING')) as retried
                from scan_jobs j where j.registry = lower(r.host) and j.reason <> '') f
            left join lateral (
                select j.last_error from scan_jobs j where j.registry = lower(r.host) and j.reason <> ''
                order by j.started_at desc nulls last limit 1) e on true
            """;

    /** A registry with its secret, to be called. */
    record Open(
            UUID id,
            String host,
            String mirrorOf,
            ScannedBy scannedBy,
            String username,
            String secret,
            String caPem,
            boolean plainHttp) {}

    private final JdbcTemplate jdbc;
    // Asked for only where a secret is read or written: an export runs without the master key.
    private final ObjectProvider<StoredSecrets> secrets;

    RegistryTable(JdbcTemplate jdbc, ObjectProvider<StoredSecrets> secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    List<Registry> all() {
        return jdbc.query(SELECT + " order by lower(r.host), lower(r.mirror_of)", (row, number) -> read(row));
    }

    Registry get(UUID id) {
        return jdbc.query(SELECT + " where r.id = ?", (row, number) -> read(row), id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("registry", id.toString()));
    }

    private static Registry read(ResultSet row) throws SQLException {
        boolean set = row.getBytes("secret") != null;
        return new Registry(
                Sql.uuid(row, "id"),
                row.getString("host"),
                row.getString("mirror_of"),
                ScannedBy.valueOf(row.getString("scanned_by")),
                row.getString("username"),
                row.getString("ca_pem"),
                row.getBoolean("plain_http"),
                set,
                !set && !row.getString("username").isEmpty(),
                row.getInt("images"),
                row.getInt("failed"),
                row.getInt("retried"),
                row.getString("last_error"),
                row.getInt("version"),
                Sql.instant(row, "created_at"),
                row.getString("created_by"),
                Sql.instant(row, "updated_at"),
                row.getString("updated_by"));
    }

    /** The registry of a host and its mirrors, all with their secrets. */
    List<Open> ofHost(String host) {
        return jdbc.query(
                "select * from registries where lower(host) = lower(?) and mirror_of = '' or lower(mirror_of) = lower(?)"
                        + " order by lower(host)",
                (row, number) -> open(row),
                host,
                host);
    }

    Open open(UUID id) {
        return jdbc.query("select * from registries where id = ?", (row, number) -> open(row), id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("registry", id.toString()));
    }

    private Open open(ResultSet row) throws SQLException {
        UUID id = Sql.uuid(row, "id");
        byte[] sealed = row.getBytes("secret");
        String secret =
                sealed == null ? "" : new String(secrets.getObject().open(sealed, purpose(id)), StandardCharsets.UTF_8);
        return new Open(
                id,
                row.getString("host"),
                row.getString("mirror_of"),
                ScannedBy.valueOf(row.getString("scanned_by")),
                row.getString("username"),
                secret,
                row.getString("ca_pem"),
                row.getBoolean("plain_http"));
    }

    private static String purpose(UUID id) {
        return "registry " + id;
    }

    private byte @Nullable [] sealed(UUID id, @Nullable String secret) {
        return secret == null || secret.isEmpty()
                ? null
                : secrets.getObject().seal(secret.getBytes(StandardCharsets.UTF_8), purpose(id));
    }

    void insert(UUID id, RegistryDraft draft, Instant at, String actor) {
        jdbc.update(
                """
                insert into registries (id, host, mirror_of, scanned_by, username, secret, ca_pem, plain_http, version,
                    created_at, created_by, updated_at, updated_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?::timestamptz, ?, ?::timestamptz, ?)
                """,
                id,
                draft.host(),
                draft.mirrorOf(),
                draft.scannedBy().name(),
                draft.username(),
                sealed(id, draft.secret()),
                draft.caPem(),
                draft.plainHttp(),
                at.toString(),
                actor,
                at.toString(),
                actor);
    }

    /** @param secret what is kept from now on: {@code null} = what is kept already */
    void update(UUID id, RegistryDraft draft, @Nullable String secret, Instant at, String actor) {
        jdbc.update(
                """
                update registries set host = ?, mirror_of = ?, scanned_by = ?, username = ?,
                    secret = case when ? then ? else secret end, ca_pem = ?, plain_http = ?, version = version + 1,
                    updated_at = ?::timestamptz, updated_by = ?
                where id = ?
                """,
                draft.host(),
                draft.mirrorOf(),
                draft.scannedBy().name(),
                draft.username(),
                secret != null,
                sealed(id, secret),
                draft.caPem(),
                draft.plainHttp(),
                at.toString(),
                actor,
                id);
    }

    void delete(UUID id) {
        jdbc.update("delete from registries where id = ?", id);
    }

    /** What failed at a host, or for the lack of it, is tried again at once. */
    void retry(String host, Instant at) {
        jdbc.update(
                "update scan_jobs set state = 'QUEUED', attempts = 0, next_at = ?::timestamptz"
                        + " where registry = lower(?) and state in ('FAILED', 'QUEUED')",
                at.toString(),
                host);
        jdbc.update(
                "update image_signatures set attempts = 0, next_at = ?::timestamptz where registry = lower(?)"
                        + " and last_error <> ''",
                at.toString(),
                host);
    }

    int count() {
        Integer count = jdbc.queryForObject("select count(*) from registries", Integer.class);
        return count == null ? 0 : count;
    }

    boolean isTaken(String host, String mirrorOf, @Nullable UUID except) {
        return !jdbc
                .queryForList(
                        "select id from registries where lower(host) = lower(?) and lower(mirror_of) = lower(?)",
                        UUID.class,
                        host,
                        mirrorOf)
                .stream()
                .allMatch(id -> id.equals(except));
    }
}

package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code compliance_attestations}; nothing is ever deleted from it by hand. */
@Component
class AttestationTable {

    private static final int MOST = 1_000;
    /** Of all standards and clusters together: some hundred controls need a person, in each cluster. */
    private static final int MOST_HOLDING = 50_000;

    private static final String SELECT = "select a.*, f.name as file_name, f.media_type, f.size, f.sha256"
            + " from compliance_attestations a left join compliance_attestation_files f on f.attestation_id = a.id";

    private final JdbcTemplate jdbc;

    AttestationTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that count at an instant. */
    List<Attestation> holding(Instant at) {
        return jdbc.query(
                SELECT + " where withdrawn_at is null and valid_until > ?::timestamptz order by attested_at desc limit "
                        + MOST_HOLDING,
                (row, number) -> read(row),
                at.toString());
    }

    /** All of a control, newest first. */
    List<Attestation> of(String standard, String control) {
        return jdbc.query(
                SELECT + " where standard = ? and control = ? order by attested_at desc limit " + MOST,
                (row, number) -> read(row),
                standard,
                control);
    }

    Optional<Attestation> get(UUID id) {
        return jdbc.query(SELECT + " where a.id = ?", (row, number) -> read(row), id).stream()
                .findFirst();
    }

    void insert(Attestation attestation) {
        jdbc.update(
                "insert into compliance_attestations (id, standard, control, cluster_id, statement, attested_by, attested_at,"
                        + " valid_until) values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)",
                attestation.id(),
                attestation.standard(),
                attestation.control(),
                attestation.clusterId(),
                attestation.statement(),
                attestation.attestedBy(),
                attestation.attestedAt().toString(),
                attestation.validUntil().toString());
    }

    void insert(UUID attestation, AttestationFile.Brought file) {
        AttestationFile about = file.about();
        jdbc.update(
                "insert into compliance_attestation_files (attestation_id, name, media_type, size, sha256, content)"
                        + " values (?, ?, ?, ?, ?, ?)",
                attestation,
                about.name(),
                about.mediaType(),
                about.size(),
                about.sha256(),
                file.content());
    }

    Optional<byte[]> content(UUID attestation) {
        return jdbc
                .queryForList(
                        "select content from compliance_attestation_files where attestation_id = ?",
                        byte[].class,
                        attestation)
                .stream()
                .findFirst();
    }

    boolean withdraw(UUID id, String by, Instant at) {
        return jdbc.update(
                        "update compliance_attestations set withdrawn_at = ?::timestamptz, withdrawn_by = ?"
                                + " where id = ? and withdrawn_at is null",
                        at.toString(),
                        by,
                        id)
                == 1;
    }

    private static Attestation read(ResultSet row) throws SQLException {
        @Nullable UUID cluster = row.getObject("cluster_id", UUID.class);
        return new Attestation(
                Sql.uuid(row, "id"),
                row.getString("standard"),
                row.getString("control"),
                cluster,
                row.getString("statement"),
                row.getString("attested_by"),
                Sql.instant(row, "attested_at"),
                Sql.instant(row, "valid_until"),
                Sql.instantOrNull(row, "withdrawn_at"),
                file(row));
    }

    private static @Nullable AttestationFile file(ResultSet row) throws SQLException {
        @Nullable String name = row.getString("file_name");
        return name == null
                ? null
                : new AttestationFile(name, row.getString("media_type"), row.getInt("size"), row.getString("sha256"));
    }
}

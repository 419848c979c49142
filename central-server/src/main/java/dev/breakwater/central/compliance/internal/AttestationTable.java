package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Attestation;
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

    private final JdbcTemplate jdbc;

    AttestationTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that count at an instant. */
    List<Attestation> holding(Instant at) {
        return jdbc.query(
                "select * from compliance_attestations where withdrawn_at is null and valid_until > ?::timestamptz"
                        + " order by attested_at desc limit " + MOST,
                (row, number) -> read(row),
                at.toString());
    }

    /** All of a control, newest first. */
    List<Attestation> of(String standard, String control) {
        return jdbc.query(
                "select * from compliance_attestations where standard = ? and control = ? order by attested_at desc limit "
                        + MOST,
                (row, number) -> read(row),
                standard,
                control);
    }

    Optional<Attestation> get(UUID id) {
        return jdbc.query("select * from compliance_attestations where id = ?", (row, number) -> read(row), id).stream()
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
                Sql.instantOrNull(row, "withdrawn_at"));
    }
}

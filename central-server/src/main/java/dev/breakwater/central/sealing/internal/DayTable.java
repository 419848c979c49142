package dev.breakwater.central.sealing.internal;

import dev.breakwater.central.platform.Sql;
import dev.breakwater.seal.Day;
import dev.breakwater.seal.Day.AuditDigest;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import dev.breakwater.seal.SealRefused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and appends to {@code sealed_days}, and keeps what is to be hashed next. */
@Component
class DayTable {

    private final JdbcTemplate jdbc;

    DayTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Manifest.Head> head() {
        return jdbc
                .query(
                        "select day, hash from sealed_days order by day desc limit 1",
                        (row, number) -> new Manifest.Head(row.getString("day"), row.getString("hash")))
                .stream()
                .findFirst();
    }

    List<Day> all() {
        return jdbc.query("select * from sealed_days order by day", (row, number) -> read(row));
    }

    private static Day read(ResultSet row) throws SQLException {
        try {
            return new Day(
                    row.getObject("day", LocalDate.class),
                    row.getString("previous"),
                    Sql.texts(row, "reports"),
                    new AuditDigest(
                            row.getLong("audit_entries"),
                            row.getLong("audit_first"),
                            row.getLong("audit_last"),
                            row.getString("audit_sha256")),
                    row.getString("hash"),
                    Seal.read(row.getBytes("seal")));
        } catch (SealRefused e) {
            throw new IllegalStateException("the stored signature of a day cannot be read", e);
        }
    }

    void append(Day day, Instant at) {
        jdbc.update(
                """
                insert into sealed_days (day, previous, reports, audit_entries, audit_first, audit_last, audit_sha256, hash, seal,
                    closed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                """,
                day.day(),
                day.previous(),
                day.reports().toArray(String[]::new),
                day.audit().entries(),
                day.audit().first(),
                day.audit().last(),
                day.audit().sha256(),
                day.hash(),
                day.seal().bytes(),
                at.toString());
    }

    /** Notes what was sealed, for the day that is closed next. */
    void note(String manifest, Manifest.Report report, String fingerprint, Instant at) {
        jdbc.update("""
                insert into sealed_reports (manifest, job_id, name, fingerprint, sealed_at)
                values (?, ?, ?, ?, ?::timestamptz)
                """, manifest, report.job(), report.name(), fingerprint, at.toString());
    }

    /** What was sealed before an instant and is in no day yet, in its order; from now on it is in this one. */
    List<String> take(LocalDate day, Instant before) {
        List<String> open = jdbc.queryForList(
                "select manifest from sealed_reports where day is null and sealed_at < ?::timestamptz order by id",
                String.class,
                before.toString());
        jdbc.update(
                "update sealed_reports set day = ? where day is null and sealed_at < ?::timestamptz",
                day,
                before.toString());
        return open;
    }

    /** Nobody else seals or closes days until this transaction ends. */
    void hold() {
        jdbc.execute("lock table sealed_reports in share row exclusive mode");
    }
}

package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDestination;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Claims and settles {@code report_deliveries}. */
@Component
class SentTable {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    /** A way out in the hands of whoever claimed it. */
    record Claimed(UUID id, UUID job, ReportDefinition definition, ReportDestination destination, int attempt) {}

    private final JdbcTemplate jdbc;

    SentTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims the next that is due, or whose sender went away; not of jobs whose files are gone. */
    Optional<Claimed> claim(Instant now, Duration lease) {
        return jdbc
                .query(
                        """
                        update report_deliveries d set state = 'SENDING', attempts = d.attempts + 1, leased_until = ?::timestamptz
                        from report_jobs j
                        where j.id = d.job_id and d.id = (
                            select s.id from report_deliveries s join report_jobs o on o.id = s.job_id
                            where o.state = 'DONE' and o.expires_at is not null
                                and (s.state = 'QUEUED' and s.next_at <= ?::timestamptz
                                    or s.state = 'SENDING' and s.leased_until <= ?::timestamptz)
                            order by s.next_at, s.id limit 1 for update of s skip locked)
                        returning d.id, d.job_id, d.kind, d.target, d.settings, d.attempts, j.definition
                        """,
                        (row, number) -> new Claimed(
                                Sql.uuid(row, "id"),
                                Sql.uuid(row, "job_id"),
                                JsonMapper.shared().readValue(row.getString("definition"), ReportDefinition.class),
                                new ReportDestination(
                                        row.getString("kind"),
                                        row.getString("target"),
                                        JsonMapper.shared().readValue(row.getString("settings"), SETTINGS)),
                                row.getInt("attempts")),
                        now.plus(lease).toString(),
                        now.toString(),
                        now.toString())
                .stream()
                .findFirst();
    }

    /** Says that it is still being sent. */
    void alive(Claimed claimed, Instant leasedUntil) {
        jdbc.update(
                "update report_deliveries set leased_until = ?::timestamptz where id = ? and attempts = ? and state ="
                        + " 'SENDING'",
                leasedUntil.toString(),
                claimed.id(),
                claimed.attempt());
    }

    void delivered(Claimed claimed, String outcome, Instant now) {
        jdbc.update(
                "update report_deliveries set state = 'DELIVERED', outcome = ?, delivered_at = ?::timestamptz,"
                        + " leased_until = null where id = ? and attempts = ? and state = 'SENDING'",
                outcome,
                now.toString(),
                claimed.id(),
                claimed.attempt());
    }

    /** @param next when it is tried again, {@code null} = it is given up */
    void failed(Claimed claimed, String outcome, @Nullable Instant next) {
        String at = next == null ? null : next.toString();
        jdbc.update(
                "update report_deliveries set state = case when ?::timestamptz is null then 'DEAD' else 'QUEUED' end,"
                        + " next_at = coalesce(?::timestamptz, next_at), leased_until = null, outcome = ?"
                        + " where id = ? and attempts = ? and state = 'SENDING'",
                at,
                at,
                outcome,
                claimed.id(),
                claimed.attempt());
    }

    /** Tries again what was given up. */
    int revive(UUID job, Instant now) {
        return jdbc.update(
                "update report_deliveries set state = 'QUEUED', attempts = 0, next_at = ?::timestamptz"
                        + " where job_id = ? and state = 'DEAD'",
                now.toString(),
                job);
    }
}

package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDestination;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes, claims and settles {@code report_jobs}. */
@Component
class JobTable {

    /**
     * A job in the hands of whoever claimed it.
     *
     * @param attempt from 1; also tells this claim from one that overtook it
     * @param definition as it was when the job was made
     */
    record Claimed(UUID id, ReportDefinition definition, int attempt) {}

    private final JdbcTemplate jdbc;

    JobTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A new job.
     *
     * @param dueAt the moment of the schedule, {@code null} = somebody asked
     * @return its id; empty if there is one of that moment already
     */
    Optional<UUID> insert(ReportDefinition definition, String askedBy, @Nullable Instant dueAt, Instant now) {
        UUID id = Ids.newId(now);
        int made = jdbc.update(
                """
                insert into report_jobs (id, definition_id, definition, name, kind, author, cause, asked_by, due_at, state,
                    created_at, next_at)
                values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?::timestamptz, 'QUEUED', ?::timestamptz, ?::timestamptz)
                on conflict (definition_id, due_at) do nothing
                """,
                id,
                definition.id(),
                JsonMapper.shared().writeValueAsString(definition),
                definition.report().name(),
                definition.report().kind().name(),
                definition.author(),
                dueAt == null ? "REQUEST" : "SCHEDULE",
                askedBy,
                dueAt == null ? null : dueAt.toString(),
                now.toString(),
                now.toString());
        return made == 0 ? Optional.empty() : Optional.of(id);
    }

    /** The job that somebody asked for and that nobody has begun. */
    Optional<UUID> waiting(UUID definition) {
        return jdbc
                .queryForList(
                        "select id from report_jobs where definition_id = ? and state = 'QUEUED' and attempts = 0"
                                + " and cause = 'REQUEST' order by created_at limit 1",
                        UUID.class,
                        definition)
                .stream()
                .findFirst();
    }

    long unfinished() {
        Long count = jdbc.queryForObject(
                "select count(*) from report_jobs where state in ('QUEUED', 'RUNNING')", Long.class);
        return count == null ? 0 : count;
    }

    /** Claims the next that is due, or whose maker went away. */
    Optional<Claimed> claim(Instant now, Duration lease) {
        return jdbc
                .query(
                        """
                        update report_jobs set state = 'RUNNING', attempts = attempts + 1, progress = 0, step = 'begun',
                            started_at = coalesce(started_at, ?::timestamptz), leased_until = ?::timestamptz
                        where id = (
                            select id from report_jobs
                            where (state = 'QUEUED' and next_at <= ?::timestamptz)
                                or (state = 'RUNNING' and leased_until <= ?::timestamptz)
                            order by next_at, id limit 1 for update skip locked)
                        returning id, definition, attempts
                        """,
                        (row, number) -> new Claimed(
                                Sql.uuid(row, "id"),
                                JsonMapper.shared().readValue(row.getString("definition"), ReportDefinition.class),
                                row.getInt("attempts")),
                        now.toString(),
                        now.plus(lease).toString(),
                        now.toString(),
                        now.toString())
                .stream()
                .findFirst();
    }

    /** Says that a job is still being made; {@code false} = it is not ours any more. */
    boolean alive(Claimed claimed, int progress, String step, Instant leasedUntil) {
        return jdbc.update(
                        "update report_jobs set progress = ?, step = ?, leased_until = ?::timestamptz"
                                + " where id = ? and attempts = ? and state = 'RUNNING'",
                        progress,
                        step,
                        leasedUntil.toString(),
                        claimed.id(),
                        claimed.attempt())
                == 1;
    }

    /** Ends a job well; {@code false} = it is not ours any more, and nothing of it may be kept. */
    boolean done(Claimed claimed, Instant asOf, String rights, Instant expiresAt, Instant now) {
        return jdbc.update(
                        "update report_jobs set state = 'DONE', progress = 100, step = '', reason = '', leased_until ="
                                + " null, data_as_of = ?::timestamptz, rights = ?, expires_at = ?::timestamptz,"
                                + " finished_at = ?::timestamptz where id = ? and attempts = ? and state = 'RUNNING'",
                        asOf.toString(),
                        rights,
                        expiresAt.toString(),
                        now.toString(),
                        claimed.id(),
                        claimed.attempt())
                == 1;
    }

    /** @param next when it is tried again, {@code null} = it is given up */
    void failed(Claimed claimed, String reason, @Nullable Instant next, Instant now) {
        jdbc.update(
                """
                update report_jobs set state = case when ?::timestamptz is null then 'FAILED' else 'QUEUED' end,
                    next_at = coalesce(?::timestamptz, next_at), leased_until = null, step = '', reason = ?, progress = 0,
                    finished_at = case when ?::timestamptz is null then ?::timestamptz end
                where id = ? and attempts = ? and state = 'RUNNING'
                """,
                next == null ? null : next.toString(),
                next == null ? null : next.toString(),
                reason,
                next == null ? null : next.toString(),
                now.toString(),
                claimed.id(),
                claimed.attempt());
    }

    int cancel(UUID id, String reason, Instant now) {
        return jdbc.update(
                "update report_jobs set state = 'CANCELLED', step = '', reason = ?, leased_until = null,"
                        + " finished_at = ?::timestamptz where id = ? and state in ('QUEUED', 'RUNNING')",
                reason,
                now.toString(),
                id);
    }

    void cancelAllOf(UUID definition, String reason, Instant now) {
        jdbc.update(
                "update report_jobs set state = 'CANCELLED', step = '', reason = ?, leased_until = null,"
                        + " finished_at = ?::timestamptz where definition_id = ? and state in ('QUEUED', 'RUNNING')",
                reason,
                now.toString(),
                definition);
    }

    /** Puts one that ended badly into the queue again; as if it were new. */
    int requeue(UUID id, Instant now) {
        return jdbc.update("""
            update report_jobs set state = 'QUEUED', attempts = 0, progress = 0, next_at = ?::timestamptz, started_at = null,
                finished_at = null, reason = ''
            where id = ? and state in ('FAILED', 'CANCELLED')
            """, now.toString(), id);
    }

    /** Where a job's files go. */
    void destinations(UUID job, List<ReportDestination> destinations, Instant now) {
        Rows rows = Rows.of("uuid", "uuid", "int4", "text", "text", "text", "timestamptz");
        for (int i = 0; i < destinations.size(); i++) {
            ReportDestination to = destinations.get(i);
            rows.add(
                    Ids.newId(now),
                    job,
                    i,
                    to.kind(),
                    to.target(),
                    JsonMapper.shared().writeValueAsString(to.settings()),
                    now.toString());
        }
        if (!rows.isEmpty()) {
            rows.update(
                    jdbc,
                    "insert into report_deliveries (id, job_id, ordinal, kind, target, settings, state, next_at)"
                            + " select u.id, u.job, u.ordinal, u.kind, u.target, u.settings::jsonb, 'QUEUED',"
                            + " u.at::timestamptz"
                            + " from"
                            + " " + rows.unnest() + " u(id, job, ordinal, kind, target, settings, at)");
        }
    }

    /** Deletes the files of jobs that are kept no longer; the jobs stay. */
    int expire(Instant now) {
        List<UUID> expired = jdbc.queryForList(
                "select id from report_jobs where expires_at <= ?::timestamptz order by expires_at limit 100"
                        + " for update skip locked",
                UUID.class,
                now.toString());
        if (!expired.isEmpty()) {
            forget(expired);
        }
        return expired.size();
    }

    private void forget(Collection<UUID> jobs) {
        jdbc.update("delete from report_files where job_id = any(?)", Rows.ids(jobs));
        jdbc.update("update report_jobs set expires_at = null where id = any(?)", Rows.ids(jobs));
    }

    List<UUID> newest(Collection<UUID> definitions) {
        return jdbc.queryForList(
                "select j.id from unnest(?::uuid[]) d(id), lateral (select id from report_jobs"
                        + " where definition_id = d.id order by created_at desc, id limit 1) j",
                UUID.class,
                Rows.ids(definitions));
    }
}

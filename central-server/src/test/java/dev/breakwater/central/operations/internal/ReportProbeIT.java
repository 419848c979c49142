package dev.breakwater.central.operations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.operations.HealthReading;
import dev.breakwater.central.operations.HealthReading.State;
import dev.breakwater.central.testing.CentralDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class ReportProbeIT {

    @RegisterExtension
    static final CentralDatabase DATABASE = CentralDatabase.fresh();

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final ReportProbe probe = new ReportProbe(new JdbcTemplate(DATABASE.dataSource()));

    @BeforeEach
    void clear() {
        DATABASE.jdbc().sql("delete from report_jobs").update();
        DATABASE.jdbc().sql("delete from report_definitions").update();
        DATABASE.jdbc().sql("delete from report_workers").update();
    }

    @Test
    void isGoodWhereEverythingIsMadeAndSent() {
        seen(Duration.ofSeconds(9));
        job("DONE", Duration.ofHours(1), "0");
        assertThat(probe.read(NOW)).allSatisfy(reading -> {
            assertThat(reading.state()).as(reading.name()).isEqualTo(State.GOOD);
            assertThat(reading.advice()).isEmpty();
        });
        assertThat(reading("reports.makers").shown()).isEqualTo("seen 9 s ago");
        assertThat(reading("reports.failed").shown()).isEqualTo("none, 1 made");
    }

    @Test
    void doesNotKnowWhetherAnybodyMakesReportsUntilSomebodyWasSeen() {
        assertThat(reading("reports.makers").state()).isEqualTo(State.UNKNOWN);
        assertThat(reading("reports.makers").advice()).contains("breakwater.reports.workers");
    }

    @Test
    void failsWhereNobodyIsLeftButNotWhileALongReportIsMade() {
        seen(Duration.ofHours(1));
        assertThat(reading("reports.makers").state()).isEqualTo(State.FAILING);

        seen(Duration.ofSeconds(5));
        DATABASE.jdbc()
                .sql("update report_workers set seen_at = seen_at - interval '1 hour' where part = 'MAKER'")
                .update();
        UUID job = job("RUNNING", Duration.ofMinutes(50), "0");
        assertThat(reading("reports.makers").state()).isEqualTo(State.GOOD);
        DATABASE.jdbc()
                .sql("update report_jobs set leased_until = '2026-11-26T11:30:00Z' where id = ?")
                .param(job)
                .update();
        assertThat(reading("reports.makers").state()).isEqualTo(State.FAILING);
        assertThat(reading("reports.waiting").state()).isEqualTo(State.WARNING);
    }

    @Test
    void countsWhatWaitsAndForHowLong() {
        job("QUEUED", Duration.ofMinutes(11), "0");
        job("QUEUED", Duration.ofMinutes(-3), "1");
        job("RUNNING", Duration.ofMinutes(1), "0");
        HealthReading waiting = reading("reports.waiting");
        assertThat(waiting.state()).isEqualTo(State.WARNING);
        assertThat(waiting.shown()).isEqualTo("2 waiting, 1 being made, the longest due for 11 min");
    }

    @Test
    void countsWhatFailedInTheLastDay() {
        job("FAILED", Duration.ofHours(30), "0");
        assertThat(reading("reports.failed").state()).isEqualTo(State.GOOD);
        job("FAILED", Duration.ofHours(2), "0");
        assertThat(reading("reports.failed").state()).isEqualTo(State.WARNING);
        assertThat(reading("reports.failed").shown()).isEqualTo("1 failed, 0 made");
    }

    @Test
    void warnsOfSchedulesThatNobodyLooksAt() {
        DATABASE.jdbc()
                .sql(
                        "insert into report_definitions (id, name, kind, document, author, next_at, version, created_at, updated_at,"
                                + " updated_by) values (?, 'Weekly', 'AUDIT', '{}', 'admin', '2026-11-26T11:50:00Z', 1, now(), now(), 'admin')")
                .param(UUID.randomUUID())
                .update();
        assertThat(reading("reports.overdue").state()).isEqualTo(State.WARNING);
        assertThat(reading("reports.overdue").shown()).isEqualTo("1, the longest for 10 min");
    }

    @Test
    void namesTargetsThatAreNotReached() {
        UUID job = job("DONE", Duration.ofHours(1), "0");
        sent(job, "archive", "DELIVERED", Duration.ofHours(1));
        assertThat(reading("reports.deliveries").state()).isEqualTo(State.GOOD);
        sent(job, "ops mail", "DEAD", Duration.ofHours(1));
        sent(job, "siem", "QUEUED", Duration.ofMinutes(-4));
        assertThat(reading("reports.deliveries").state()).isEqualTo(State.WARNING);
        assertThat(reading("reports.deliveries").shown()).isEqualTo("siem (tried again), ops mail (given up)");
    }

    private HealthReading reading(String name) {
        return probe.read(NOW).stream()
                .filter(reading -> reading.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void seen(Duration ago) {
        DATABASE.jdbc().sql("delete from report_workers").update();
        DATABASE.jdbc()
                .sql(
                        "insert into report_workers select part, ?::timestamptz from unnest(array['CLOCK', 'MAKER', 'SENDER']) part")
                .param(NOW.minus(ago).toString())
                .update();
    }

    private static UUID job(String state, Duration ago, String attempts) {
        UUID id = UUID.randomUUID();
        String at = NOW.minus(ago).toString();
        DATABASE.jdbc().sql("""
                    insert into report_jobs (id, definition, name, kind, author, cause, asked_by, state, created_at, next_at, attempts,
                        finished_at, leased_until)
                    values (?, '{}', 'Weekly', 'AUDIT', 'admin', 'REQUEST', 'admin', ?, ?::timestamptz, ?::timestamptz, ?::int,
                        case when ? in ('DONE', 'FAILED') then ?::timestamptz end, '2026-11-26T12:01:00Z')
                    """).params(id, state, at, at, attempts, state, at).update();
        return id;
    }

    private static void sent(UUID job, String target, String state, Duration ago) {
        DATABASE.jdbc()
                .sql("""
                    insert into report_deliveries (id, job_id, ordinal, kind, target, settings, state, attempts, next_at, outcome)
                    values (?, ?, 0, 'WEBHOOK', ?, '{}', ?, 3, ?::timestamptz, 'HTTP 503')
                    """)
                .params(UUID.randomUUID(), job, target, state, NOW.minus(ago).toString())
                .update();
    }
}

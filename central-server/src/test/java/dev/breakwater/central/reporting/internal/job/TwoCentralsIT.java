package dev.breakwater.central.reporting.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDelivery;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralDatabase;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.testing.MovableClock;
import dev.breakwater.central.testing.WholeCentral;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.unit.DataSize;

/** Two centrals on one database: what is due is made once and brought once, whoever is there. */
class TwoCentralsIT {

    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    private static final CentralDatabase DATABASE = CentralDatabase.fresh();
    private static final MovableClock CLOCK = new MovableClock(START);
    private static final ConcurrentLinkedQueue<String> BROUGHT = new ConcurrentLinkedQueue<>();
    private static final ConcurrentLinkedQueue<String> TRIES = new ConcurrentLinkedQueue<>();
    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    /** A way out that remembers; and fails as often as the destination's settings say. */
    private static final class Remembering implements ReportDelivery {

        @Override
        public String kind() {
            return "REMEMBER";
        }

        @Override
        public String title() {
            return "remembered";
        }

        @Override
        public void check(ReportDestination destination) {}

        @Override
        public String deliver(
                Try tried,
                ReportDefinition definition,
                ReportJob job,
                ReportDestination destination,
                List<? extends RenderedFile> files)
                throws Failed {
            BROUGHT.add(definition.report().name() + " " + tried.id());
            TRIES.add(definition.report().name() + " " + tried.attempt());
            if (destination.target().equals("nobody")) {
                throw new Failed("Nobody is there.", false);
            }
            try (InputStream in = files.getFirst().open()) {
                return in.readAllBytes().length + " bytes";
            } catch (IOException e) {
                throw new Failed("unreadable", true);
            }
        }
    }

    @BeforeAll
    static void startBoth() {
        one = start();
        other = start();
    }

    private static ConfigurableApplicationContext start() {
        ApplicationContextInitializer<GenericApplicationContext> parts = context -> {
            context.registerBean("clock", Clock.class, () -> CLOCK);
            context.registerBean("remembering", ReportDelivery.class, Remembering::new);
        };
        return new SpringApplicationBuilder(WholeCentral.class)
                .initializers(parts)
                .run(
                        "--spring.datasource.url=" + DATABASE.jdbcUrl(),
                        "--spring.datasource.username=" + DATABASE.username(),
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--server.port=0",
                        "--breakwater.access.admin-password=" + Api.ADMIN_PASSWORD,
                        "--breakwater.link.port=0",
                        "--breakwater.images.workers=0",
                        "--breakwater.judgement.workers=0",
                        "--breakwater.notifications.workers=0",
                        "--breakwater.reports.workers=0",
                        "--breakwater.reports.tries=2",
                        "--breakwater.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @AfterAll
    static void stopBoth() {
        one.close();
        other.close();
        DATABASE.close();
    }

    @Test
    void catchesUpWhatWasMissedExactlyOnceAndMakesItOnce() {
        UUID id = define("caught up", "2026-05-20T06:00:00Z", "here");

        both(TwoCentralsIT::enqueue);
        assertThat(jobs(id)).isEqualTo(1);
        assertThat(DATABASE.jdbc()
                        .sql("select due_at = '2026-05-20T06:00:00Z' from report_jobs where definition_id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(DATABASE.jdbc()
                        .sql("select next_at = '2026-06-02T06:00:00Z' from report_definitions where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();

        both(context -> context.getBean(ReportQueue.class).makeOne());
        assertThat(state(id)).isEqualTo("DONE 1");

        both(context -> context.getBean(ReportSender.class).sendOne());
        assertThat(BROUGHT.stream().filter(name -> name.startsWith("caught up")))
                .hasSize(1);
        both(TwoCentralsIT::enqueue);
        assertThat(jobs(id)).isEqualTo(1);
    }

    /** What is locked here lets a report of violations begin and not end. */
    @Test
    void aReportThatTakesLongHoldsUpNoOtherAndNoMoreAreMadeThanMayBe() throws Exception {
        UUID slow = define("slow", "VIOLATIONS", "2026-05-31T06:00:00Z", "");
        both(TwoCentralsIT::enqueue);
        try (Connection lock = DATABASE.dataSource().getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("lock table violations in access exclusive mode");
            ReportWorker worker = worker(one, 2);
            worker.start();
            try {
                JudgingCentral.await(() -> state(slow).equals("RUNNING 1"));
                UUID quick = define("quick", "AUDIT", "2026-05-31T06:00:00Z", "here");
                both(TwoCentralsIT::enqueue);
                JudgingCentral.await(() -> state(quick).equals("DONE 1"));
                JudgingCentral.await(() -> BROUGHT.stream().anyMatch(name -> name.startsWith("quick")));
                assertThat(state(slow)).isEqualTo("RUNNING 1");

                UUID other = define("slow, too", "VIOLATIONS", "2026-05-31T06:00:00Z", "");
                UUID third = define("slow as well", "VIOLATIONS", "2026-05-31T06:00:01Z", "");
                both(TwoCentralsIT::enqueue);
                JudgingCentral.await(() -> running() == 2);
                assertThat(List.of(state(other), state(third))).containsExactlyInAnyOrder("RUNNING 1", "QUEUED 0");
                lock.rollback();
                JudgingCentral.await(() -> List.of(slow, other, third).stream()
                        .allMatch(id -> state(id).equals("DONE 1")));
            } finally {
                lock.rollback();
                worker.stop();
            }
        }
    }

    @Test
    void twoCentralsThatMakeSeveralSideBySideMakeAndBringEachOnce() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(define("one of many " + i, "2026-05-31T06:00:00Z", "here"));
        }
        List<ReportWorker> workers = List.of(worker(one, 3), worker(other, 3));
        workers.forEach(ReportWorker::start);
        try {
            JudgingCentral.await(
                    () -> all.stream().allMatch(id -> jobs(id) == 1 && state(id).equals("DONE 1")));
            JudgingCentral.await(() -> all.stream().allMatch(id -> sent(id).startsWith("DELIVERED 1")));
        } finally {
            workers.forEach(ReportWorker::stop);
        }
        assertThat(BROUGHT.stream().filter(name -> name.startsWith("one of many")))
                .hasSize(all.size())
                .doesNotHaveDuplicates();
        assertThat(all).allSatisfy(id -> assertThat(files(id)).isEqualTo(3));
    }

    private static ReportWorker worker(ConfigurableApplicationContext context, int workers) {
        Duration soon = Duration.ofMillis(20);
        Duration minute = Duration.ofMinutes(1);
        return new ReportWorker(
                context.getBean(ReportQueue.class),
                context.getBean(ReportSender.class),
                context.getBean(SignsOfLife.class),
                new ReportProperties(
                        workers,
                        soon,
                        minute,
                        minute,
                        2,
                        minute,
                        minute,
                        DataSize.ofMegabytes(10),
                        2_000_000,
                        2_000,
                        2_000));
    }

    private static long running() {
        return DATABASE.jdbc()
                .sql("select count(*) from report_jobs where state = 'RUNNING'")
                .query(Long.class)
                .single();
    }

    @Test
    void makesWhatItsMakerLeftBehindOnceItsLeaseIsOver() {
        UUID id = define("left behind", "2026-05-31T06:00:00Z", "");
        both(TwoCentralsIT::enqueue);
        JobTable table = one.getBean(JobTable.class);
        JobTable.Claimed dead =
                table.claim(CLOCK.instant(), Duration.ofMinutes(2)).orElseThrow();

        assertThat(other.getBean(ReportQueue.class).makeOne()).isFalse();
        CLOCK.advance(Duration.ofMinutes(3));
        assertThat(other.getBean(ReportQueue.class).makeOne()).isTrue();

        assertThat(state(id)).isEqualTo("DONE 2");
        assertThat(table.done(dead, START, "", START, START))
                .as("whoever was overtaken keeps nothing")
                .isFalse();
    }

    @Test
    void givesUpWhatCentralEndsOfEachTime() {
        UUID id = define("deadly", "2026-05-31T06:00:00Z", "");
        both(TwoCentralsIT::enqueue);
        for (int attempt = 1; attempt <= 2; attempt++) {
            one.getBean(JobTable.class)
                    .claim(CLOCK.instant(), Duration.ofMinutes(2))
                    .orElseThrow();
            CLOCK.advance(Duration.ofMinutes(3));
        }

        assertThat(other.getBean(ReportQueue.class).makeOne()).isTrue();

        assertThat(DATABASE.jdbc()
                        .sql("select state || ' ' || reason from report_jobs where definition_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("FAILED Central stopped each of the 2 times that it was made.");
    }

    @Test
    void triesAWayOutAgainAndThenGivesItUpWithTheReason() {
        UUID id = define("to nobody", "2026-05-31T06:00:00Z", "nobody");
        both(TwoCentralsIT::enqueue);
        drain(context -> context.getBean(ReportQueue.class).makeOne());
        drain(context -> context.getBean(ReportSender.class).sendOne());
        assertThat(sent(id)).isEqualTo("QUEUED 1 Nobody is there.");

        CLOCK.advance(Duration.ofMinutes(1));
        drain(context -> context.getBean(ReportSender.class).sendOne());

        assertThat(sent(id)).isEqualTo("DEAD 2 Nobody is there.");
        assertThat(BROUGHT.stream().filter(name -> name.startsWith("to nobody")).distinct())
                .as("under the same id")
                .hasSize(1);
        assertThat(TRIES.stream().filter(name -> name.startsWith("to nobody")))
                .containsExactly("to nobody 1", "to nobody 2");
    }

    @Test
    void forgetsFilesWhenTheyExpireAndKeepsThatTheyWereMade() {
        UUID id = define("expires", "2026-05-31T06:00:00Z", "");
        both(TwoCentralsIT::enqueue);
        drain(context -> context.getBean(ReportQueue.class).makeOne());
        assertThat(files(id)).isPositive();

        CLOCK.advance(Duration.ofDays(2));
        drain(context -> context.getBean(ReportQueue.class).expire() > 0);

        assertThat(files(id)).isZero();
        assertThat(state(id)).isEqualTo("DONE 1");
    }

    private static boolean enqueue(ConfigurableApplicationContext context) {
        return context.getBean(ReportQueue.class).enqueueDue() > 0;
    }

    private static UUID define(String name, String dueAt, String target) {
        return define(name, "AUDIT", dueAt, target);
    }

    private static UUID define(String name, String kind, String dueAt, String target) {
        UUID id = UUID.randomUUID();
        String destinations =
                target.isEmpty() ? "[]" : "[{\"kind\":\"REMEMBER\",\"target\":\"" + target + "\",\"settings\":{}}]";
        DATABASE.jdbc()
                .sql("""
                    insert into report_definitions (id, name, kind, document, author, next_at, version, created_at, updated_at,
                        updated_by)
                    values (?, ?, ?, ?::jsonb, 'admin', ?::timestamptz, 1, now(), now(), 'admin')
                    """)
                .param(id)
                .param(name)
                .param(kind)
                .param("{\"name\":\"" + name + "\",\"kind\":\"" + kind
                        + "\",\"standards\":[],\"clusters\":[],\"q\":\"\",\"formats\":[\"CSV\"],\"schedule\":{\"cron\":\"0"
                        + " 6 * * *\",\"zone\":\"UTC\",\"enabled\":true},"
                        + "\"keepDays\":1,\"destinations\":" + destinations + "}")
                .param(dueAt)
                .update();
        return id;
    }

    /** Both at the same moment. */
    private static void both(java.util.function.Predicate<ConfigurableApplicationContext> work) {
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (ConfigurableApplicationContext context : List.of(one, other)) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    go.await();
                    repeat(() -> work.test(context));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        go.countDown();
        JudgingCentral.await(() -> threads.stream().noneMatch(Thread::isAlive));
    }

    private static void drain(java.util.function.Predicate<ConfigurableApplicationContext> work) {
        repeat(() -> work.test(one));
    }

    private static void repeat(BooleanSupplier work) {
        int most = 20;
        while (work.getAsBoolean() && most-- > 0) {
            Thread.onSpinWait();
        }
    }

    private static long jobs(UUID definition) {
        return DATABASE.jdbc()
                .sql("select count(*) from report_jobs where definition_id = ?")
                .param(definition)
                .query(Long.class)
                .single();
    }

    private static String state(UUID definition) {
        return DATABASE.jdbc()
                .sql("select state || ' ' || attempts from report_jobs where definition_id = ?")
                .param(definition)
                .query(String.class)
                .single();
    }

    private static String sent(UUID definition) {
        return DATABASE.jdbc()
                .sql("select s.state || ' ' || s.attempts || ' ' || s.outcome from report_deliveries s"
                        + " join report_jobs j on j.id = s.job_id where j.definition_id = ?")
                .param(definition)
                .query(String.class)
                .single();
    }

    private static long files(UUID definition) {
        return DATABASE.jdbc()
                .sql("select count(*) from report_files f join report_jobs j on j.id = f.job_id"
                        + " join report_chunks c on c.file_id = f.id where j.definition_id = ?")
                .param(definition)
                .query(Long.class)
                .single();
    }
}

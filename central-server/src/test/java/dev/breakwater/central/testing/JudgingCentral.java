package dev.breakwater.central.testing;

import dev.breakwater.central.access.Persons;
import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of central from a received batch to verdicts and scores, with a real PostgreSQL: every stage and worker as in the
 * product, without the link, the REST controllers and the console. One cluster that sees every kind is there from the start.
 */
public final class JudgingCentral implements AfterAllCallback, AutoCloseable {

    public static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
    public static final UUID CLUSTER = UUID.fromString("00000000-0000-7000-8000-000000000001");
    public static final String CLUSTER_NAME = "c1";
    public static final int BATCH = 500;

    private final CentralDatabase database = CentralDatabase.fresh();
    private final MovableClock clock = new MovableClock(START);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final List<BatchStage> stages;
    private final TransactionTemplate transaction;

    private JudgingCentral(int workers, Consumer<AnnotationConfigApplicationContext> more) {
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(Clock.class, () -> clock);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "breakwater.judgement.workers",
                                workers,
                                "breakwater.matching.worker",
                                workers > 0,
                                "breakwater.images.workers",
                                0)));
        context.register(Wiring.class);
        more.accept(context);
        addCluster(CLUSTER, CLUSTER_NAME);
        context.refresh();
        stages = context.getBeanProvider(BatchStage.class).orderedStream().toList();
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Without workers: what is due is judged when the test says so. */
    public static JudgingCentral quiet() {
        return new JudgingCentral(0, context -> {});
    }

    /** Without workers, with what is known of vulnerabilities and of what mends them. */
    public static JudgingCentral quietWithVulnerabilities() {
        return new JudgingCentral(0, context -> context.register(Vulnerabilities.class));
    }

    public static JudgingCentral quiet(Consumer<AnnotationConfigApplicationContext> more) {
        return new JudgingCentral(0, more);
    }

    public static JudgingCentral working() {
        return new JudgingCentral(2, context -> {});
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    public MovableClock clock() {
        return clock;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The stages in their order. */
    public List<BatchStage> stages() {
        return stages;
    }

    public void addCluster(UUID id, String name) {
        jdbc().sql("insert into clusters (id, name, created_at, created_by) values (?, ?, now(), 'test')")
                .param(id)
                .param(name)
                .update();
        for (ObjectKind kind : ObjectKind.values()) {
            jdbc().sql("insert into cluster_coverage values (?, ?, 'SEEN', '', now())")
                    .param(id)
                    .param(kind.name())
                    .update();
        }
    }

    /** Marks the cluster as read completely. */
    public void synced() {
        jdbc().sql("update clusters set first_synced_at = ? where id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(CLUSTER)
                .update();
    }

    /** Sends objects through all stages, in batches. */
    public void send(ClusterObject... objects) {
        send(List.of(objects));
    }

    public void send(List<? extends ClusterObject> objects) {
        for (int from = 0; from < objects.size(); from += BATCH) {
            apply(received(objects.subList(from, Math.min(from + BATCH, objects.size()))), List.of());
        }
    }

    public void remove(ClusterObject... objects) {
        apply(List.of(), List.of(objects).stream().map(JudgingCentral::idOf).toList());
    }

    public static UUID idOf(ClusterObject object) {
        return object.key().idIn(CLUSTER_NAME);
    }

    public static List<ReceivedObject> received(List<? extends ClusterObject> objects) {
        List<ReceivedObject> received = new ArrayList<>();
        objects.forEach(object -> received.add(
                new ReceivedObject(idOf(object), FactCodec.fingerprint(object), FactCodec.encode(object), object)));
        return received;
    }

    public void apply(List<ReceivedObject> upserts, List<UUID> removals) {
        transaction.executeWithoutResult(status -> {
            ReceivedBatch batch = new ReceivedBatch(CLUSTER, CLUSTER_NAME, upserts, removals, clock.instant(), "test");
            stages.forEach(stage -> stage.apply(batch));
        });
    }

    /** Waits for something that a worker does. */
    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not happen within three minutes");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void afterAll(ExtensionContext extension) {
        close();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @ComponentScan(
            basePackages = {"dev.breakwater.central.vulnerabilities", "dev.breakwater.central.remedy"},
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"))
    static class Vulnerabilities {}

    @EnableTransactionManagement(proxyTargetClass = true)
    @Import(Persons.class)
    @ComponentScan(
            basePackages = {
                "dev.breakwater.central.platform",
                "dev.breakwater.central.audit.internal",
                "dev.breakwater.central.inventory",
                "dev.breakwater.central.images",
                "dev.breakwater.central.nodes",
                "dev.breakwater.central.policy",
                "dev.breakwater.central.detection",
                "dev.breakwater.central.risk",
                "dev.breakwater.central.compliance"
            },
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"))
    static class Wiring {

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource dataSource) {
            return new JdbcTemplate(dataSource);
        }

        @Bean
        NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate jdbcTemplate) {
            return new NamedParameterJdbcTemplate(jdbcTemplate);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbcTemplate) {
            return JdbcClient.create(jdbcTemplate);
        }

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.builder().build();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ActorSource actors() {
            return () -> new Actor("ada", "API", "192.0.2.1");
        }
    }
}

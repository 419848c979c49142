package dev.breakwater.central.operations;

import dev.breakwater.central.audit.Audit;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody who helps from afar needs: health, versions, which settings are set (their names, and their values only where
 * the name is one of those that cannot be secret), sizes of tables, and what the threads do. No facts of any cluster.
 */
@Component
public class DiagnosticBundle {

    private final SystemHealth health;
    private final ConfigurableEnvironment environment;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;

    DiagnosticBundle(
            SystemHealth health,
            ConfigurableEnvironment environment,
            JdbcTemplate jdbc,
            JsonMapper json,
            Clock clock,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.health = health;
        this.environment = environment;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Writes a zip file; a part that cannot be read says so in its place. */
    @PreAuthorize("hasRole('ADMIN')")
    public void write(OutputStream out) throws IOException {
        transaction.executeWithoutResult(status -> audit.record("took", "diagnostic bundle", "", "", null, null));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "health.json", health::report);
            part(zip, "versions.json", this::versions);
            part(zip, "settings.json", this::settings);
            part(zip, "tables.json", () -> jdbc.queryForList("""
                    select relname as table, n_live_tup as rows, n_dead_tup as dead_rows,
                        pg_total_relation_size(relid) as bytes, last_autovacuum, last_autoanalyze
                    from pg_stat_user_tables order by relname
                    """));
            part(
                    zip,
                    "migrations.json",
                    () -> jdbc.queryForList(
                            "select version, description, installed_on, success from flyway_schema_history order by installed_rank"));
            part(zip, "threads.json", DiagnosticBundle::threads);
        }
    }

    private interface Part {
        Object read();
    }

    private void part(ZipOutputStream zip, String name, Part part) throws IOException {
        Object content;
        try {
            content = part.read();
        } catch (RuntimeException e) {
            content = Map.of("problem", "could not be read: " + e.getClass().getSimpleName());
        }
        zip.putNextEntry(new ZipEntry(name));
        zip.write(json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(content)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Map<String, Object> versions() {
        Map<String, Object> versions = new LinkedHashMap<>();
        String version = DiagnosticBundle.class.getPackage().getImplementationVersion();
        versions.put("at", clock.instant().toString());
        versions.put("breakwater", version == null ? "development" : version);
        versions.put("java", Runtime.version().toString());
        versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        versions.put("processors", Runtime.getRuntime().availableProcessors());
        versions.put("postgresql", jdbc.queryForObject("show server_version", String.class));
        versions.put("upSeconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
        return versions;
    }

    /** Values only of our own numbers and switches: a text of any kind may hold a secret. */
    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Arrays.stream(source.getPropertyNames()))
                .filter(name -> name.matches("(?i)(breakwater|spring|server|management|logging)[._].*"))
                .forEach(name -> settings.put(name, shown(name)));
        return settings;
    }

    private String shown(String name) {
        String value;
        try {
            value = environment.getProperty(name, "");
        } catch (RuntimeException e) {
            return "(cannot be resolved)";
        }
        return value.matches("(?i)true|false|\\d{1,6}(ms|s|m|h|d)?|\\d{1,3}%")
                        && !name.matches("(?i).*(password|secret|token|key|pin).*")
                ? value
                : value.isEmpty() ? "(empty)" : "(set)";
    }

    private static Object threads() {
        Map<String, Object> threads = new TreeMap<>();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)) {
            threads.put(
                    thread.getThreadId() + " " + thread.getThreadName() + " " + thread.getThreadState(),
                    Arrays.stream(thread.getStackTrace())
                            .limit(20)
                            .map(StackTraceElement::toString)
                            .toList());
        }
        return threads;
    }
}

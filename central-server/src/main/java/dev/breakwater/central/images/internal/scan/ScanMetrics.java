package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.internal.ImagesProperties;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many images are looked into, wait, fail, and how many of those that run nobody can rely on. */
@Component
class ScanMetrics {

    private static final String RUNS = "exists (select 1 from workload_images u where u.image_id = i.id)";

    private final MeterRegistry meters;
    private final Map<String, Counter> results = new ConcurrentHashMap<>();

    ScanMetrics(MeterRegistry meters, JdbcTemplate jdbc, ImagesProperties properties, Clock clock) {
        this.meters = meters;
        gauge(
                "breakwater.scan.waiting",
                "Images that wait to be looked into",
                () -> number(jdbc, "select count(*) from scan_jobs where state in ('QUEUED', 'RUNNING')"));
        Gauge.builder(
                        "breakwater.scan.waiting.age",
                        () -> number(
                                jdbc,
                                "select coalesce(extract(epoch from (?::timestamptz - min(created_at))), 0) from scan_jobs"
                                        + " where state in ('QUEUED', 'RUNNING')",
                                clock.instant().toString()))
                .description("How long the first of them waits")
                .baseUnit("seconds")
                .register(meters);
        gauge(
                "breakwater.scan.failed",
                "Images that run and could not be looked into",
                () -> number(
                        jdbc,
                        "select count(*) from images i join scan_jobs j on j.target = coalesce(i.digest, i.name)"
                                + " where j.state = 'FAILED' and " + RUNS));
        gauge(
                "breakwater.scan.unscanned",
                "Images that run and that nobody has looked into",
                () -> number(
                        jdbc,
                        "select count(*) from images i where not exists (select 1 from contents_of_images v"
                                + " join image_contents c on c.id = v.content_id"
                                + " where v.image_id = i.id and c.has_config) and " + RUNS));
        gauge(
                "breakwater.scan.stale",
                "Images that run and of which the last scan is too old",
                () -> number(
                        jdbc,
                        "select count(*) from images i join contents_of_images v on v.image_id = i.id"
                                + " join image_contents c on c.id = v.content_id where c.scanned_at < ?::timestamptz and "
                                + RUNS,
                        clock.instant().minus(properties.scanMaxAge()).toString()));
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(meters);
    }

    /** A scan went well or not. */
    void ended(String result) {
        results.computeIfAbsent(
                        result,
                        word -> Counter.builder("breakwater.scan.runs")
                                .description("Looks inside images")
                                .tag("result", word)
                                .register(meters))
                .increment();
    }

    private static double number(JdbcTemplate jdbc, String sql, Object... parameters) {
        Double number = jdbc.queryForObject(sql, Double.class, parameters);
        return number == null ? 0 : number;
    }
}

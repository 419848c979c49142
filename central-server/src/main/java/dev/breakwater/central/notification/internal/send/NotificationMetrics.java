package dev.breakwater.central.notification.internal.send;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many messages arrive, fail and wait, and for how long. */
@Component
class NotificationMetrics {

    private final Counter delivered;
    private final Counter failed;
    private final Counter dead;

    NotificationMetrics(MeterRegistry meters, JdbcTemplate jdbc, Clock clock) {
        delivered = tries(meters, "delivered");
        failed = tries(meters, "failed");
        dead = tries(meters, "given_up");
        Gauge.builder(
                        "breakwater.notifications.waiting",
                        () -> number(
                                jdbc,
                                "select count(*) from notification_deliveries where state in ('QUEUED', 'SENDING')"))
                .description("Messages that wait or are tried again")
                .register(meters);
        Gauge.builder(
                        "breakwater.notifications.waiting.age",
                        () -> number(
                                jdbc,
                                "select coalesce(extract(epoch from (?::timestamptz - min(created_at))), 0)"
                                        + " from notification_deliveries where state in ('QUEUED', 'SENDING')",
                                clock.instant().toString()))
                .description("How long the first of them waits")
                .baseUnit("seconds")
                .register(meters);
    }

    private static Counter tries(MeterRegistry meters, String result) {
        return Counter.builder("breakwater.notifications.tries")
                .description("Tries to send a message")
                .tag("result", result)
                .register(meters);
    }

    void delivered() {
        delivered.increment();
    }

    void failed(boolean givenUp) {
        (givenUp ? dead : failed).increment();
    }

    private static double number(JdbcTemplate jdbc, String sql, Object... parameters) {
        Double number = jdbc.queryForObject(sql, Double.class, parameters);
        return number == null ? 0 : number;
    }
}

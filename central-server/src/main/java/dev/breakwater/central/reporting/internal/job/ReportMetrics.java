package dev.breakwater.central.reporting.internal.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts reports that were made, brought and given up. */
@Component
class ReportMetrics {

    private final Counter made;
    private final Counter failed;
    private final Counter givenUp;
    private final Counter brought;
    private final Counter notBrought;
    private final Timer time;

    ReportMetrics(MeterRegistry meters) {
        made = meters.counter("breakwater.reports.made");
        failed = meters.counter("breakwater.reports.failed");
        givenUp = meters.counter("breakwater.reports.given.up");
        brought = meters.counter("breakwater.reports.delivered");
        notBrought = meters.counter("breakwater.reports.delivery.failed");
        time = meters.timer("breakwater.reports.time");
    }

    void made() {
        made.increment();
    }

    /** @param last it is given up */
    void failed(boolean last) {
        (last ? givenUp : failed).increment();
    }

    void brought(boolean arrived) {
        (arrived ? brought : notBrought).increment();
    }

    void took(Duration duration) {
        time.record(duration);
    }
}

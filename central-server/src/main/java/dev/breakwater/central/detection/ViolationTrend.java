package dev.breakwater.central.detection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How violations moved from day to day (UTC).
 *
 * @param days oldest first, without gaps; days before the first that central knows are absent and not zero
 * @param asOf when the last day was counted; {@code null} = nothing is known yet
 */
public record ViolationTrend(List<Day> days, @Nullable Instant asOf) {

    /**
     * One day.
     *
     * @param open at its end; on the last day at {@code asOf}
     * @param closed open no more, for whatever reason: mended, accepted, excluded, resolved by hand, its policy switched off
     * @param fixed of these, closed because the workload changed or went away
     * @param fixSeconds over the fixed ones together, from the time they opened
     */
    public record Day(
            LocalDate day,
            BySeverity open,
            BySeverity opened,
            BySeverity closed,
            BySeverity fixed,
            BySeverity fixSeconds) {}

    public ViolationTrend {
        days = List.copyOf(days);
    }

    /** What was open at the end of the day so many days before the last; {@code null} if that is not known. */
    public @Nullable BySeverity openDaysAgo(int back) {
        int at = days.size() - 1 - back;
        return at < 0 || days.isEmpty() ? null : days.get(at).open();
    }

    /** All that was fixed in these days. */
    public BySeverity fixed() {
        return days.stream().map(Day::fixed).reduce(BySeverity.NONE, BySeverity::plus);
    }

    /** Seconds that fixing took, over all that was fixed in these days. */
    public BySeverity fixSeconds() {
        return days.stream().map(Day::fixSeconds).reduce(BySeverity.NONE, BySeverity::plus);
    }
}

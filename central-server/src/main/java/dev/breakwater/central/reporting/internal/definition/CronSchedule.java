package dev.breakwater.central.reporting.internal.definition;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.reporting.ReportSchedule;
import dev.breakwater.central.reporting.ScheduleWords;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** A schedule that was understood. It names one minute of the hour: a report is made at most once an hour. */
public final class CronSchedule {

    private static final Pattern MINUTE = Pattern.compile("[0-5]?[0-9]");
    private static final Pattern FIELDS = Pattern.compile("[0-9A-Za-z*/,#?-]+( [0-9A-Za-z*/,#?-]+){4}");
    private static final int LONGEST = 100;
    private static final int SHOWN = 3;

    private final String cron;
    private final CronExpression expression;
    private final ZoneId zone;

    private CronSchedule(String cron, CronExpression expression, ZoneId zone) {
        this.cron = cron;
        this.expression = expression;
        this.zone = zone;
    }

    /**
     * Reads a schedule.
     *
     * @throws InvalidRequest if it cannot be used
     */
    public static CronSchedule of(String cron, String zone) {
        String fields = cron.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        if (fields.length() > LONGEST || !FIELDS.matcher(fields).matches()) {
            throw new InvalidRequest(
                    "schedule/cron", cron, "five fields: minute, hour, day of the month, month, day of the week");
        }
        if (!MINUTE.matcher(fields.substring(0, fields.indexOf(' '))).matches()) {
            throw new InvalidRequest("schedule/cron", cron, "one minute of the hour, 0 to 59, as the first field");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new InvalidRequest("schedule/zone", zone, "a time zone such as Europe/Berlin or UTC");
        }
        return of(cron, fields, ZoneId.of(zone));
    }

    private static CronSchedule of(String given, String fields, ZoneId zone) {
        try {
            CronSchedule schedule = new CronSchedule(fields, CronExpression.parse("0 " + fields), zone);
            if (schedule.after(Instant.EPOCH) == null) {
                throw new InvalidRequest("schedule/cron", given, "a moment that comes");
            }
            return schedule;
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(
                    "schedule/cron",
                    given,
                    "five fields that cron understands: minute, hour, day of the month, month, day of the week");
        }
    }

    /** When a definition is due first after a moment; {@code null} = never by itself. */
    public static @Nullable Instant next(@Nullable ReportSchedule schedule, Instant moment) {
        return schedule == null || !schedule.enabled()
                ? null
                : of(schedule.cron(), schedule.zone()).after(moment);
    }

    /** The first moment after this one, {@code null} = none. */
    public @Nullable Instant after(Instant moment) {
        ZonedDateTime next = expression.next(moment.atZone(zone));
        return next == null ? null : next.toInstant();
    }

    /** In words, with the next moments after this one. */
    public ScheduleWords words(Instant now) {
        List<Instant> next = new ArrayList<>();
        Instant from = now;
        while (next.size() < SHOWN) {
            Instant one = after(from);
            if (one == null) {
                break;
            }
            next.add(one);
            from = one;
        }
        return new ScheduleWords(CronWords.of(cron) + " (" + zone.getId() + ")", next);
    }
}

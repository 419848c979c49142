package dev.breakwater.ui.part;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as people read them: relative below 30 days, a date after that, the exact time with its zone for the tooltip.
 *
 * @param zone the reader's
 */
public record TimeWords(Clock clock, ZoneId zone) {

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?Z");

    private static final int RELATIVE_DAYS = 30;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE_OF_YEAR =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    /** In the zone of the present browser, UTC where it does not say. */
    public static TimeWords here(Clock clock) {
        UI ui = UI.getCurrent();
        String zone =
                ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return new TimeWords(clock, zoneOf(zone));
    }

    /** How long ago, without "ago": {@code 40 s}, {@code 3 h}, {@code 6 d}, {@code 12 Oct}. */
    public String age(Instant then) {
        Duration age = Duration.between(then, clock.instant());
        if (age.toDays() >= RELATIVE_DAYS) {
            boolean longAgo = age.toDays() > 360;
            return (longAgo ? DAY_OF_YEAR : DAY).format(then.atZone(zone));
        }
        return duration(age);
    }

    /** A sentence part: {@code 3 h ago}, {@code on 12 Oct}. */
    public String ago(Instant then) {
        boolean relative = Duration.between(then, clock.instant()).toDays() < RELATIVE_DAYS;
        return relative ? age(then) + " ago" : "on " + age(then);
    }

    /** Day and minute, with the year where it is another one. */
    public String minute(Instant then) {
        ZonedDateTime local = then.atZone(zone);
        boolean thisYear = local.getYear() == clock.instant().atZone(zone).getYear();
        return (thisYear ? MINUTE : MINUTE_OF_YEAR).format(local);
    }

    /** A day, with the year where it is another one. */
    public String day(LocalDate then) {
        boolean thisYear = then.getYear() == clock.instant().atZone(zone).getYear();
        return (thisYear ? DAY : DAY_OF_YEAR).format(then);
    }

    /** The day here of an instant. */
    public String day(Instant then) {
        return day(LocalDate.ofInstant(then, zone));
    }

    /** A sentence of central with its instants as people read them. */
    public String inText(String text) {
        return INSTANT.matcher(text).replaceAll(found -> day(Instant.parse(found.group())));
    }

    /** With seconds and zone. */
    public String exact(Instant then) {
        return EXACT.format(then.atZone(zone));
    }

    /** The time of day, for what is of today. */
    public String timeOfDay(Instant then) {
        return TIME.format(then.atZone(zone));
    }

    /** The present time of day. */
    public String now() {
        return TIME.format(clock.instant().atZone(zone));
    }

    /** The largest unit only. */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min";
        }
        return Math.max(0, duration.toSeconds()) + " s";
    }

    private static ZoneId zoneOf(@Nullable String id) {
        try {
            return id == null || id.isEmpty() ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}

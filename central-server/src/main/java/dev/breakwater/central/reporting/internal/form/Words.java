package dev.breakwater.central.reporting.internal.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
final class Words {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ENGLISH);

    private static final DateTimeFormatter CELL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private Words() {}

    /** As {@link #of}, but without the time zone, which is UTC and said once. */
    static String inTable(@Nullable Object value) {
        return value instanceof Instant instant ? CELL.format(instant.atZone(ZoneOffset.UTC)) : of(value);
    }

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> MINUTE.format(instant.atZone(ZoneOffset.UTC));
            case LocalDate date -> date.toString();
            case Long number -> String.format(Locale.ENGLISH, "%,d", number);
            case Integer number -> String.format(Locale.ENGLISH, "%,d", number);
            case Double number ->
                number == 0 ? "0" : String.format(Locale.ENGLISH, number < 0.1 ? "%.3f" : "%.1f", number);
            case Boolean flag -> flag ? "yes" : "no";
            case Enum<?> word -> title(word.name());
            default -> value.toString();
        };
    }

    private static String title(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}

package dev.breakwater.feeds.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts of publishers, bounded, and dates in the ways in which they write them. */
public final class Texts {

    static final int SUMMARY = 500;
    static final int DETAILS = 20_000;
    private static final int REFERENCE = 2_000;
    private static final int REFERENCES = 200;

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT),
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT));

    private Texts() {}

    /** One line. */
    static String summary(String text) {
        return cut(text.strip().replaceAll("\\s+", " "), SUMMARY);
    }

    static String details(String text) {
        return cut(text.strip(), DETAILS);
    }

    /** Where no summary is given: the first sentence or line of the details. */
    static String summary(String given, String details) {
        if (!given.isBlank()) {
            return summary(given);
        }
        String text = details.strip();
        int line = text.indexOf('\n');
        String first = line > 0 ? text.substring(0, line) : text;
        int sentence = first.indexOf(". ");
        return summary(sentence > 0 ? first.substring(0, sentence + 1) : first);
    }

    /** Addresses for people: of the web, each once, as many as anybody would read. */
    static List<String> references(List<String> addresses) {
        return addresses.stream()
                .map(String::strip)
                .filter(one -> one.startsWith("https://") || one.startsWith("http://"))
                .filter(one -> one.length() <= REFERENCE)
                .distinct()
                .limit(REFERENCES)
                .toList();
    }

    /** {@code null} for what is no date; a date without a time is its beginning, without a zone UTC. */
    public static @Nullable Instant instant(String text) {
        String date = text.strip();
        if (date.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(date.replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException notWithZone) {
            return local(date).orElse(null);
        }
    }

    private static Optional<Instant> local(String date) {
        String whole = date.length() > 19 ? date.substring(0, 19) : date;
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(
                        whole.length() == 10
                                ? LocalDate.parse(whole, format)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                : LocalDateTime.parse(whole, format).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}

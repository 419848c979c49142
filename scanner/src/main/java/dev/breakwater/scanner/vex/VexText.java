package dev.breakwater.scanner.vex;

import dev.breakwater.scanner.sbom.UnreadableDocument;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Values that the formats write alike. */
final class VexText {

    private static final int LONGEST = 20_000;

    private VexText() {}

    /** An instant, to the second; {@code null} if none is said. */
    static @Nullable Instant instant(String field, String text) throws UnreadableDocument {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.ofEpochSecond(OffsetDateTime.parse(text).toInstant().getEpochSecond());
        } catch (DateTimeException none) {
            throw UnreadableDocument.value(field, text, "a date and time as RFC 3339 writes it, with its offset");
        }
    }

    /** A version of a document: the leading number, at least 1. */
    static int version(String text) {
        String digits = text.strip().replaceFirst("[^0-9].*$", "");
        return digits.isEmpty() || digits.length() > 9 ? 1 : Math.max(1, Integer.parseInt(digits));
    }

    /** Words for people, of bounded length. */
    static String words(String text) {
        String stripped = text.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }
}

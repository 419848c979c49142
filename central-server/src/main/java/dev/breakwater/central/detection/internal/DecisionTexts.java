package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.platform.InvalidRequest;
import java.time.Duration;
import java.time.Instant;

/** The bounds of what people write and of how long they bear something. */
final class DecisionTexts {

    private static final Duration LONGEST = Duration.ofDays(732);

    private DecisionTexts() {}

    static void reason(String reason) {
        text("reason", reason, Triage.LONGEST_REASON, false);
    }

    static void optionalReason(String reason) {
        text("reason", reason, Triage.LONGEST_REASON, true);
    }

    static void comment(String body) {
        text("body", body, Triage.LONGEST_COMMENT, false);
    }

    private static void text(String field, String text, int most, boolean mayBeEmpty) {
        if ((text.isBlank() && !mayBeEmpty) || text.length() > most || text.indexOf('\0') >= 0) {
            throw new InvalidRequest(field, text, (mayBeEmpty ? "up to " : "1 to ") + most + " characters of text");
        }
    }

    /** How long something is borne, at whatever time. */
    static void span(Instant from, Instant until) {
        if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
            throw new InvalidRequest("endsAt", until.toString(), "after acceptedAt, by two years at most");
        }
    }

    static void until(Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new InvalidRequest("until", until.toString(), "an instant to come, at most two years ahead");
        }
    }
}

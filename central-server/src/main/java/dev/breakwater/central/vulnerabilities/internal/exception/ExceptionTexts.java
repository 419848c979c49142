package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import java.time.Duration;
import java.time.Instant;

/** The bounds of what people ask for. */
final class ExceptionTexts {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_NAME = 300;
    private static final Duration LONGEST = Duration.ofDays(732);

    private ExceptionTexts() {}

    static void check(ExceptionRequest request, Instant now) {
        checkTexts(request);
        if (request.endsAt() != null
                && (!request.endsAt().isAfter(now) || request.endsAt().isAfter(now.plus(LONGEST)))) {
            throw new InvalidRequest(
                    "endsAt", request.endsAt().toString(), "an instant to come, at most two years ahead");
        }
    }

    /** What must hold whenever it was asked for. */
    static void checkTexts(ExceptionRequest request) {
        text("vulnerability", request.vulnerability(), LONGEST_NAME, false);
        text("reason", request.reason(), LONGEST_REASON, false);
        Place place = request.place();
        text("place/cluster", place.cluster(), LONGEST_NAME, true);
        text("place/namespace", place.namespace(), LONGEST_NAME, true);
        text("place/label", place.label(), LONGEST_NAME, true);
        text("place/image", place.image(), LONGEST_NAME, true);
        text("place/component", place.component(), LONGEST_NAME, true);
        if (place.label().startsWith("=")) {
            throw new InvalidRequest("place/label", place.label(), "key or key=value");
        }
        boolean falsePositive = request.kind() == Kind.FALSE_POSITIVE;
        if (falsePositive && !ExceptionRequest.JUSTIFICATIONS.contains(request.justification())) {
            throw new InvalidRequest(
                    "justification",
                    request.justification(),
                    "one of "
                            + String.join(
                                    ", ",
                                    ExceptionRequest.JUSTIFICATIONS.stream()
                                            .sorted()
                                            .toList()));
        }
        if (!falsePositive && !request.justification().isEmpty()) {
            throw new InvalidRequest("justification", request.justification(), "nothing: it is for a false positive");
        }
        if (!falsePositive && request.endsAt() == null && !request.untilFixed()) {
            throw new InvalidRequest("endsAt", "", "a date, or untilFixed: what is put off is put off until something");
        }
    }

    static void note(String note) {
        text("note", note, LONGEST_REASON, true);
    }

    /** Who asked has to be told why it was refused. */
    static void refusal(String note) {
        text("note", note, LONGEST_REASON, false);
    }

    private static void text(String field, String text, int most, boolean mayBeEmpty) {
        if ((text.isBlank() && !mayBeEmpty) || text.length() > most || text.indexOf('\0') >= 0) {
            throw new InvalidRequest(field, text, (mayBeEmpty ? "up to " : "1 to ") + most + " characters of text");
        }
    }
}

package dev.breakwater.feeds.format;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.SeverityWords;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How bad a publisher takes a vulnerability for: its own word, wherever it writes it, before what the vector says. */
record OsvRating(Severity severity, String word, @Nullable Double cvss, String vector) {

    static OsvRating of(Tree document, String id) {
        List<Score> scores = new ArrayList<>(scores(document));
        for (Tree affected : document.items("affected")) {
            if (scores.isEmpty()) {
                scores.addAll(scores(affected));
            }
        }
        Optional<Score> score = Score.preferred(scores);
        String word = word(document, id);
        Severity severity = word.isEmpty() ? Severity.UNKNOWN : SeverityWords.severity(word);
        if (severity == Severity.UNKNOWN) {
            severity = score.map(Score::severity).orElse(Severity.UNKNOWN);
        }
        if (severity == Severity.UNKNOWN && id.startsWith("MAL-")) {
            return new OsvRating(Severity.CRITICAL, "malicious", null, "");
        }
        return new OsvRating(
                severity,
                word,
                score.map(Score::value).orElse(null),
                score.map(Score::vector).orElse(""));
    }

    /** The rating for one package, where it has one of its own; {@code null} = none. */
    static @Nullable Severity ofAffected(Tree affected) {
        String word = firstOf(
                affected.get("ecosystem_specific").text("urgency"),
                affected.get("ecosystem_specific").text("severity"),
                affected.get("database_specific").text("severity"),
                ubuntuWord(affected));
        Severity severity = word.isEmpty() ? Severity.UNKNOWN : SeverityWords.severity(word);
        if (severity != Severity.UNKNOWN) {
            return severity;
        }
        return Score.preferred(scores(affected)).map(Score::severity).orElse(null);
    }

    private static String word(Tree document, String id) {
        String written = firstOf(document.get("database_specific").text("severity"), ubuntuWord(document));
        if (!written.isEmpty()) {
            return written;
        }
        // "Important: firefox security update"
        String summary = document.text("summary");
        int colon = summary.indexOf(':');
        boolean leading = Publishers.isErratum(id) && colon > 0 && colon < 12;
        String word = leading ? summary.substring(0, colon) : "";
        return word.isEmpty() || SeverityWords.severity(word) == Severity.UNKNOWN ? "" : word;
    }

    private static String ubuntuWord(Tree rated) {
        return rated.items("severity").stream()
                .filter(one -> one.text("type").equals("Ubuntu"))
                .map(one -> one.text("score"))
                .findFirst()
                .orElse("");
    }

    private static List<Score> scores(Tree rated) {
        return rated.items("severity").stream()
                .map(one -> one.text("type").startsWith("CVSS:") ? one.text("type") : one.text("score"))
                .flatMap(vector -> Score.of(vector).stream())
                .toList();
    }

    private static String firstOf(String... words) {
        for (String word : words) {
            if (!word.isBlank()) {
                return word.strip();
            }
        }
        return "";
    }
}

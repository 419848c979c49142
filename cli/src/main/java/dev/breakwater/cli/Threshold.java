package dev.breakwater.cli;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.manifests.check.ManifestJudge;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * From which severity on a check fails.
 *
 * @param from {@code null} = it never does
 */
record Threshold(@Nullable Severity from) {

    /**
     * Reads {@code --fail-on}. Words of other scales that mean one of ours are read as that.
     *
     * @throws ParameterException if it is no severity
     */
    static Threshold of(String word, CommandLine line) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "NONE" -> new Threshold(null);
            case "LOW" -> new Threshold(Severity.LOW);
            case "MEDIUM", "MODERATE" -> new Threshold(Severity.MEDIUM);
            case "HIGH", "IMPORTANT" -> new Threshold(Severity.HIGH);
            case "CRITICAL" -> new Threshold(Severity.CRITICAL);
            default ->
                throw new ParameterException(
                        line,
                        "--fail-on is '" + word
                                + "'; allowed are LOW, MEDIUM, HIGH, CRITICAL and NONE, and MODERATE (MEDIUM) and IMPORTANT (HIGH).");
        };
    }

    /** Whether something of this severity fails it; unknown is no reason to pass. */
    boolean at(Severity severity) {
        return from != null && ManifestJudge.rank(severity) >= ManifestJudge.rank(from);
    }

    /** As central reads it. */
    String word() {
        return from == null ? "NONE" : from.name();
    }
}

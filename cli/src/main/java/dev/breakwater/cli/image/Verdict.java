package dev.breakwater.cli.image;

import dev.breakwater.engine.vulnerability.Match;
import java.util.function.Predicate;

/**
 * What a command makes of findings, for reports that say what failed.
 *
 * @param command as it is called: {@code bwctl image check}
 * @param fails whether a vulnerability makes the command end with 1
 * @param failsForSecrets whether a secret does
 */
public record Verdict(String command, Predicate<Match> fails, boolean failsForSecrets) {}

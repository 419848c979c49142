package dev.breakwater.cli;

import dev.breakwater.cli.image.Findings;
import dev.breakwater.cli.image.Verdict;
import dev.breakwater.feeds.FeedFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What every scan takes. */
final class ScanOptions {

    @Option(
            names = "--feeds",
            paramLabel = "DIR",
            description = "A folder of advisory feeds as central imports them. Without it vulnerabilities are unknown.")
    private @Nullable Path feeds;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "NONE",
            description =
                    "Exit with 1 if a vulnerability is at least so severe or its severity is unknown, and with 3 if none is but"
                            + " something could not be read or not be decided: LOW, MEDIUM, HIGH, CRITICAL or NONE (default).")
    private String failOn = "NONE";

    @Option(
            names = "--fail-on-unknown",
            description =
                    "Exit with 3 if no feed that is new enough speaks of a package, a version cannot be compared, or a part could not be"
                            + " read or is not told.")
    private boolean failOnUnknown;

    @Mixin
    private FeedAgeOption age = new FeedAgeOption();

    @Nullable
    Path feeds() {
        return feeds;
    }

    /** When the feeds are read, and how old they may be. */
    FeedFolder.Age age() {
        return age.now();
    }

    /** The exit code for what was found. */
    int code(Findings findings, CommandLine line) {
        Threshold threshold = Threshold.of(failOn, line);
        boolean unknown = failOnUnknown
                && (findings.isUnknownInPart() || !findings.contents().isComplete());
        if (threshold.from() == null) {
            return unknown ? Bwctl.NOT_JUDGED : 0;
        }
        if (findings.certain().stream().anyMatch(match -> threshold.at(match.severity()))) {
            return Bwctl.VIOLATIONS;
        }
        boolean undecided = findings.undecided().stream().anyMatch(match -> threshold.at(match.severity()));
        return !unknown && !undecided && findings.isComplete() && !findings.isNothingJudged() ? 0 : Bwctl.NOT_JUDGED;
    }

    /** What a command with these options fails for; a secret is none of it. */
    Verdict verdict(CommandSpec spec) {
        Threshold threshold = Threshold.of(failOn, spec.commandLine());
        return new Verdict(spec.qualifiedName(), match -> match.isCertain() && threshold.at(match.severity()), false);
    }

    /** Refuses a command line before anything is read. */
    void check(CommandLine line) {
        Threshold.of(failOn, line);
        age.check(line);
    }
}

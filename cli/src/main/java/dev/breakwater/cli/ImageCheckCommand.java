package dev.breakwater.cli;

import dev.breakwater.cli.image.Findings;
import dev.breakwater.cli.image.ImageFormat;
import dev.breakwater.cli.image.Verdict;
import dev.breakwater.engine.vulnerability.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fails a pipeline for what is in an image. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Judges an image by its vulnerabilities and secrets. A secret counts as HIGH.",
        footer = {
            "",
            "Exit codes: 0 clean, 1 something of the severity of --fail-on, 2 the command",
            "line is wrong, 3 the image or a part of it could not be read or judged."
        })
final class ImageCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ImageOptions image = new ImageOptions();

    @Mixin
    private ImageOutput output = new ImageOutput();

    @Option(
            names = "--feeds",
            paramLabel = "DIR",
            description = "A folder of advisory feeds as central imports them. Without it vulnerabilities are unknown.")
    private @Nullable Path feeds;

    @Mixin
    private FeedAgeOption age = new FeedAgeOption();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "LOW",
            description =
                    "End with 1 from this severity on: LOW, MEDIUM, HIGH, CRITICAL, or NONE (default: ${DEFAULT-VALUE}).")
    private String failOn = "LOW";

    @Option(names = "--fixable", description = "Fail for those vulnerabilities only that a version mends.")
    private boolean fixable;

    @Option(
            names = "--fail-on-unknown",
            description =
                    "End with 3 if no feed that is new enough speaks of a package, or a version cannot be compared.")
    private boolean failOnUnknown;

    @Override
    public Integer call() throws IOException {
        Threshold fails = Threshold.of(failOn, spec.commandLine());
        age.check(spec.commandLine());
        Findings findings = Findings.of(image.look(), feeds, age.now());
        output.write(
                findings,
                new Verdict(
                        spec.qualifiedName(),
                        match -> match.isCertain() && isCounted(match) && fails.at(match.severity()),
                        fails.at(ImageFormat.SECRET)),
                spec);
        if (feeds == null) {
            spec.commandLine().getErr().println("bwctl: without --feeds vulnerabilities are not known");
        }
        return ImageScanCommand.code(image.signature(), exitCode(findings, fails));
    }

    private int exitCode(Findings findings, Threshold fails) {
        boolean secret = !findings.contents().secrets().isEmpty() && fails.at(ImageFormat.SECRET);
        if (secret || counted(findings).filter(Match::isCertain).anyMatch(match -> fails.at(match.severity()))) {
            return Bwctl.VIOLATIONS;
        }
        boolean unknown = !findings.unspoken().isEmpty()
                || counted(findings).anyMatch(match -> !match.isCertain() && fails.at(match.severity()));
        boolean unread = !findings.contents().isComplete() || feeds != null && !findings.isComplete();
        boolean open = fails.from() != null && findings.isNothingJudged();
        return failOnUnknown && unknown || unread || open ? Bwctl.NOT_JUDGED : 0;
    }

    private Stream<Match> counted(Findings findings) {
        return findings.matches().stream().filter(this::isCounted);
    }

    private boolean isCounted(Match match) {
        return !fixable || !match.fixedVersion().isEmpty();
    }
}

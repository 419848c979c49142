package dev.breakwater.cli;

import dev.breakwater.cli.report.Format;
import dev.breakwater.cli.report.Report;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges manifests. */
@Command(
        name = "manifests",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Judges the workloads of manifests by the deploy policies, without a central.",
        footer = {
            "",
            "Manifests show what is there, not what is missing: that no network",
            "policy stands in them does not mean that the cluster has none. What",
            "rests on such a thing is unknown, unless --complete says that the",
            "manifests are all there is.",
            "",
            "Exit codes: 0 clean, 1 violations, 2 the command line is wrong,",
            "3 something could not be read or judged."
        })
final class CheckManifestsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PATH", description = "A file or a folder of YAML and JSON, or - for the standard input.")
    private String path = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TABLE;

    @Option(names = "--output-file", paramLabel = "FILE", description = "Write there, not to the standard output.")
    private @Nullable Path outputFile;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "LOW",
            description =
                    "End with 1 from this severity on: LOW, MEDIUM, HIGH, CRITICAL, or NONE (default: ${DEFAULT-VALUE}).")
    private String failOn = "LOW";

    @Option(
            names = "--fail-on-unknown",
            description = "End with 3 if a policy of the severity of --fail-on cannot be judged.")
    private boolean failOnUnknown;

    @Option(
            names = "--complete",
            description = "The manifests are all that the cluster holds: what is not in them does not exist.")
    private boolean complete;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The cluster that they are for; scopes of policies may name it.")
    private String cluster = "";

    @Option(
            names = "--policies",
            paramLabel = "PATH",
            description =
                    "Judge by the policies of this file or folder (YAML or JSON), not by the built-in ones. May be repeated.")
    private List<Path> policies = List.of();

    @Option(
            names = "--all-policies",
            description = "Judge by the built-in policies that are switched off by default, too.")
    private boolean allPolicies;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "A report of an earlier check (-o json): what it found is shown as known and fails nothing.")
    private @Nullable Path baseline;

    @Override
    public Integer call() throws IOException {
        Predicate<Severity> fails = threshold();
        List<Policy> judged = PolicyFiles.deployPolicies(policies, allPolicies);
        Baseline known = baseline == null ? Baseline.NONE : Baseline.read(baseline);
        if (judged.isEmpty()) {
            throw new IOException("no deploy policy in " + policies + "; nothing would be judged");
        }
        ManifestInput input = ManifestInput.read(path, System.in);
        Report report = new ManifestReport(judged, complete, known).of(cluster, input, Instant.now());
        write(report);
        if (report.objects() == 0) {
            // A template that failed before the pipe must not let the pipeline pass.
            spec.commandLine().getErr().println("bwctl: no Kubernetes object in " + path + "; nothing was judged");
            return Bwctl.NOT_JUDGED;
        }
        return exitCode(report, fails);
    }

    private int exitCode(Report report, Predicate<Severity> fails) {
        if (report.findings().stream().anyMatch(finding -> !finding.known() && fails.test(finding.severity()))) {
            return Bwctl.VIOLATIONS;
        }
        boolean open = failOnUnknown && report.unknown().stream().anyMatch(unknown -> fails.test(unknown.severity()));
        return open || !report.unreadable().isEmpty() ? Bwctl.NOT_JUDGED : 0;
    }

    private Predicate<Severity> threshold() {
        if (failOn.equalsIgnoreCase("none")) {
            return severity -> false;
        }
        for (Severity severity : List.of(Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL)) {
            if (severity.name().equalsIgnoreCase(failOn)) {
                return found -> ManifestReport.rank(found) >= ManifestReport.rank(severity);
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--fail-on is '" + failOn + "'; allowed are LOW, MEDIUM, HIGH, CRITICAL and NONE.");
    }

    private void write(Report report) throws IOException {
        if (outputFile == null) {
            format.write(report, spec.commandLine().getOut());
            return;
        }
        try (Writer out = Files.newBufferedWriter(outputFile, StandardCharsets.UTF_8)) {
            format.write(report, out);
        }
    }
}

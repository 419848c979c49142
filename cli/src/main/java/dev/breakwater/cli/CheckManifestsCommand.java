package dev.breakwater.cli;

import dev.breakwater.cli.central.CentralCheck;
import dev.breakwater.cli.report.Format;
import dev.breakwater.engine.check.KnownCluster;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.manifests.check.ManifestInput;
import dev.breakwater.manifests.check.ManifestJudge;
import dev.breakwater.manifests.check.Report;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Judges manifests. */
@Command(
        name = "manifests",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Judges the objects of manifests by the deploy policies: by the built-in ones, or by those of a central.",
        footer = {
            "",
            "Manifests show what is there, not what is missing: that no network",
            "policy stands in them does not mean that the cluster has none. What",
            "rests on such a thing is unknown, unless --complete says that the",
            "manifests are all there is, or a central knows the --cluster.",
            "",
            "Exit codes: 0 clean, 1 violations, 2 the command line is wrong,",
            "3 something could not be read or judged, or central could not be asked."
        })
final class CheckManifestsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files and folders of YAML and JSON, or - for the standard input.")
    private List<String> paths = List.of();

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
                    "End with 1 from this severity on: LOW, MEDIUM, HIGH, CRITICAL, or NONE (default: ${DEFAULT-VALUE}). MODERATE is read as MEDIUM, IMPORTANT as HIGH.")
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
            description = "The cluster that they are for; scopes of policies may name it. With --endpoint, what"
                    + " central knows of it counts too.")
    private String cluster = "";

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Option(
            names = "--record",
            description = "Let central keep the run: workloads then say which gate they passed, and what was refused is"
                    + " listed as attempted.")
    private boolean record;

    @Option(
            names = "--source",
            paramLabel = "TEXT",
            description = "What is checked, for --record (default: the repository, if the pipeline tells it).")
    private @Nullable String source;

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
        Threshold fails = Threshold.of(failOn, spec.commandLine());
        boolean byCentral = central.given();
        if (byCentral && (!policies.isEmpty() || allPolicies)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--policies and --all-policies do not go with --endpoint: central has its own.");
        }
        if (record && (!byCentral || baseline != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    byCentral
                            ? "--record and --baseline do not go together: central keeps what it judges. Exclude there what may stay."
                            : "--record is for a central; name it by --endpoint.");
        }
        if (source != null && !record) {
            throw new ParameterException(spec.commandLine(), "--source is for --record.");
        }
        Baseline known = baseline == null ? Baseline.NONE : Baseline.read(baseline);
        List<Policy> own = byCentral ? List.of() : PolicyFiles.deployPolicies(policies, allPolicies);
        if (own.isEmpty() && !byCentral) {
            throw new IOException("no deploy policy in " + policies + "; nothing would be judged");
        }
        ManifestInput input = ManifestInput.read(paths, System.in);
        if (byCentral && input.objects().isEmpty()) {
            input.unreadable().forEach(each -> spec.commandLine().getErr().println("bwctl: " + each));
            return nothing();
        }
        Report report = known.mark(byCentral ? asked(input, fails) : judged(own, input));
        write(report);
        return report.objects() == 0 ? nothing() : exitCode(report, fails);
    }

    private Report judged(List<Policy> own, ManifestInput input) {
        return new ManifestJudge(CompiledPolicies.compile(own), own, complete ? Absence.IS_A_FACT : Absence.IS_UNKNOWN)
                .judge(new ManifestJudge.Place(cluster, KnownCluster.Source.NONE), input, () -> {}, Instant.now())
                .report();
    }

    private Report asked(ManifestInput input, Threshold fails) throws IOException {
        Map<String, String> query = new HashMap<>(Map.of("cluster", cluster, "complete", complete ? "true" : ""));
        if (record) {
            PipelineRun run = PipelineRun.of(System.getenv());
            query.put("record", "true");
            query.put("failOn", fails.word());
            query.put("failOnUnknown", failOnUnknown ? "true" : "");
            query.put("unreadable", String.valueOf(input.unreadable().size()));
            query.put("source", source == null ? run.source() : source);
            query.put("pipeline", run.address());
            query.put("commit", run.commit());
            query.put("branch", run.branch());
        }
        CentralCheck.Judged judged = new CentralCheck(central.client()).check(input, query);
        if (record) {
            JsonNode kept = judged.answer().path("run");
            if (kept.path("id").asString("").isEmpty()) {
                throw new IOException("central did not keep the run; is it of another version?");
            }
            spec.commandLine()
                    .getErr()
                    .println("bwctl: kept as check " + kept.path("id").asString("") + ", "
                            + kept.path("result")
                                    .asString("")
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' '));
        }
        return judged.report();
    }

    /** A template that failed before the pipe must not let the pipeline pass. */
    private int nothing() {
        spec.commandLine()
                .getErr()
                .println("bwctl: no Kubernetes object in " + String.join(", ", paths) + "; nothing was judged");
        return Bwctl.NOT_JUDGED;
    }

    private int exitCode(Report report, Threshold fails) {
        if (report.findings().stream().anyMatch(finding -> !finding.known() && fails.at(finding.severity()))) {
            return Bwctl.VIOLATIONS;
        }
        boolean open = failOnUnknown && report.unknown().stream().anyMatch(unknown -> fails.at(unknown.severity()));
        return open || !report.unreadable().isEmpty() ? Bwctl.NOT_JUDGED : 0;
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

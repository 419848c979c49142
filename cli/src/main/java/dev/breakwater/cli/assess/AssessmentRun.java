package dev.breakwater.cli.assess;

import dev.breakwater.cli.cluster.ClusterReader;
import dev.breakwater.cli.cluster.ClusterReader.Reading;
import dev.breakwater.engine.check.KnownCluster;
import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.manifests.check.ManifestInput;
import dev.breakwater.manifests.check.ManifestJudge;
import dev.breakwater.manifests.check.ManifestJudge.Place;
import dev.breakwater.paper.Paper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads, judges by the built-in policies, and writes the page or the PDF. */
final class AssessmentRun {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Path outputFile;

    AssessmentRun(PrintWriter out, PrintWriter err, Path outputFile) {
        this.out = out;
        this.err = err;
        this.outputFile = outputFile;
    }

    /** Answers whether something was written. */
    boolean ofManifests(List<String> paths, boolean complete) throws IOException {
        ManifestInput input = ManifestInput.read(paths, System.in);
        if (input.objects().isEmpty()) {
            input.unreadable().forEach(each -> err.println("bwctl: " + each));
            err.println("bwctl: no Kubernetes object in " + String.join(", ", paths) + "; nothing was assessed");
            return false;
        }
        Instant now = Instant.now();
        ManifestJudge.Outcome outcome = judge(complete ? Absence.IS_A_FACT : Absence.IS_UNKNOWN)
                .judge(new Place("", KnownCluster.Source.NONE), input, () -> {}, now);
        write(Assessor.of("manifests in " + String.join(", ", paths), outcome, List.of(), now));
        return true;
    }

    /** Answers whether something was written. */
    boolean ofCluster(Path kubeconfig, @Nullable String context) throws IOException {
        Reading reading = ClusterReader.read(kubeconfig, context);
        if (reading.objects().isEmpty()) {
            reading.notSeen().forEach(each -> err.println("bwctl: " + each));
            err.println("bwctl: nothing could be read from the cluster; nothing was assessed");
            return false;
        }
        Instant now = Instant.now();
        KnownCluster known = new KnownCluster(reading.seen(), List.of(), Map.of());
        ManifestJudge.Outcome outcome = judge(Absence.IS_UNKNOWN)
                .judge(
                        new Place(reading.name(), set -> known),
                        ManifestInput.of(reading.name(), reading.objects()),
                        () -> {},
                        now);
        write(Assessor.of("the cluster " + reading.name(), outcome, reading.notSeen(), now));
        return true;
    }

    private static ManifestJudge judge(Absence absence) {
        List<Policy> policies = Stream.concat(BuiltInPolicies.all().stream(), BuiltInPolicies.ofObjects().stream())
                .filter(policy -> policy.enabled() && policy.stages().contains(Policy.Stage.DEPLOY))
                .toList();
        return new ManifestJudge(CompiledPolicies.compile(policies), policies, absence);
    }

    private void write(Assessment assessment) throws IOException {
        String given = AssessmentRun.class.getPackage().getImplementationVersion();
        String version = given == null ? "development" : given;
        String page = AssessmentHtml.page(assessment, version);
        boolean pdf = outputFile.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        Files.write(
                outputFile,
                pdf ? Paper.pdf(page, "Breakwater " + version, renderer -> {}) : page.getBytes(StandardCharsets.UTF_8));
        out.println("Grade " + assessment.grade() + ". " + assessment.headline());
    }
}

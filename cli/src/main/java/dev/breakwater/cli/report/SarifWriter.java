package dev.breakwater.cli.report;

import com.contrastsecurity.sarif.Artifact;
import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Subject;
import dev.breakwater.manifests.check.Report.Unreadable;
import dev.breakwater.manifests.check.Rule;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0. A rule is a policy, a result a policy that fires on an object; its fingerprint is made of these two and of
 * nothing that moves when lines do. What could not be read is a notification of the run.
 */
final class SarifWriter implements Format.Writer {

    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public void write(Report report, Appendable out) throws IOException {
        List<Rule> rules = report.findings().stream()
                .map(Finding::policy)
                .collect(Collectors.toMap(Rule::id, policy -> policy, (a, b) -> a, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        List<UUID> order = rules.stream().map(Rule::id).toList();
        Run run = new Run()
                .withTool(new Tool()
                        .withDriver(new ToolComponent()
                                .withName("bwctl")
                                .withRules(rules.stream()
                                        .map(SarifWriter::rule)
                                        .collect(Collectors.toCollection(LinkedHashSet::new)))))
                .withColumnKind(Run.ColumnKind.UNICODE_CODE_POINTS)
                .withInvocations(List.of(invocation(report)))
                .withArtifacts(report.findings().stream()
                        .map(finding -> finding.object().file())
                        .distinct()
                        .map(file -> new Artifact().withLocation(artifact(file)))
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .withResults(report.findings().stream()
                        .map(finding -> result(finding, order))
                        .toList());
        out.append(JSON.writeValueAsString(new SarifSchema210()
                        .with$schema(SCHEMA)
                        .withVersion(SarifSchema210.Version._2_1_0)
                        .withRuns(List.of(run))))
                .append('\n');
    }

    private static ReportingDescriptor rule(Rule policy) {
        PropertyBag properties = new PropertyBag();
        properties.withTags(new LinkedHashSet<>(Stream.concat(Stream.of("security"), policy.categories().stream())
                .toList()));
        properties.setAdditionalProperty("security-severity", score(policy.severity()));
        return new ReportingDescriptor()
                .withId(policy.id().toString())
                .withName(policy.name())
                .withShortDescription(text(policy.name()))
                .withFullDescription(text(policy.description()))
                .withHelp(text(policy.rationale() + "\n\n" + policy.remediation()))
                .withDefaultConfiguration(new ReportingConfiguration()
                        .withLevel(ReportingConfiguration.Level.fromValue(level(policy.severity()))))
                .withProperties(properties);
    }

    private static MultiformatMessageString text(String text) {
        return new MultiformatMessageString().withText(text);
    }

    private static Result result(Finding finding, List<UUID> order) {
        PartialFingerprints fingerprints = new PartialFingerprints();
        fingerprints.setAdditionalProperty("policyAndObject/v1", fingerprint(finding));
        String more = finding.evidence().stream().map(Proof::message).distinct().collect(Collectors.joining("\n"));
        return new Result()
                .withRuleId(finding.policy().id().toString())
                .withRuleIndex(order.indexOf(finding.policy().id()))
                .withKind(Result.Kind.FAIL)
                .withLevel(Result.Level.fromValue(level(finding.severity())))
                .withMessage(new Message().withText(more.isEmpty() ? finding.message() : more))
                .withLocations(List.of(location(finding.object(), finding.line())))
                .withRelatedLocations(related(finding))
                .withPartialFingerprints(fingerprints)
                .withBaselineState(finding.known() ? Result.BaselineState.UNCHANGED : null);
    }

    private static @Nullable Set<Location> related(Finding finding) {
        List<Proof> others = finding.evidence().stream().skip(1).toList();
        if (others.isEmpty()) {
            return null;
        }
        return IntStream.range(0, others.size())
                .mapToObj(i -> location(finding.object(), others.get(i).line())
                        .withId(i + 1)
                        .withMessage(new Message().withText(others.get(i).message())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Location location(Subject object, int line) {
        return new Location()
                .withPhysicalLocation(new PhysicalLocation()
                        .withArtifactLocation(artifact(object.file()))
                        .withRegion(new Region().withStartLine(Math.max(line, 1))))
                .withLogicalLocations(Set.of(new LogicalLocation()
                        .withName(object.name())
                        .withFullyQualifiedName(object.namespace() + "/" + object.kind() + "/" + object.name())
                        .withKind("resource")));
    }

    private static ArtifactLocation artifact(String file) {
        // Segment by segment, since java.net.URI leaves characters beyond ASCII as they are and reads "c:" as a scheme.
        return new ArtifactLocation()
                .withUri(Arrays.stream(file.split("/", -1))
                        .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                        .collect(Collectors.joining("/")));
    }

    private static Invocation invocation(Report report) {
        return new Invocation()
                .withExecutionSuccessful(report.unreadable().isEmpty())
                .withToolExecutionNotifications(report.unreadable().stream()
                        .map(SarifWriter::notification)
                        .toList());
    }

    private static Notification notification(Unreadable unreadable) {
        Location place = new Location()
                .withPhysicalLocation(new PhysicalLocation()
                        .withArtifactLocation(artifact(unreadable.file()))
                        .withRegion(new Region().withStartLine(Math.max(unreadable.line(), 1))));
        return new Notification()
                .withLevel(Notification.Level.ERROR)
                .withMessage(new Message().withText(unreadable.problem()))
                .withLocations(Set.of(place));
    }

    private static String fingerprint(Finding finding) {
        return NameBasedId.of(
                        "finding",
                        finding.policy().id().toString(),
                        finding.object().kind(),
                        finding.object().namespace(),
                        finding.object().name())
                .toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, UNKNOWN -> "note";
        };
    }

    /** A figure in the band of each word, as code scanning sorts by it (CVSS v3 qualitative ratings). */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case UNKNOWN -> "0.0";
        };
    }
}

package dev.breakwater.cli.image;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.breakwater.cli.report.Shown;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Match;
import dev.breakwater.engine.vulnerability.SeverityWords;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SARIF 2.1.0. A rule is a vulnerability or a kind of secret, a result one of it in a package or file; what could not be read is a
 * notification of the run, as is that no feed speaks of packages.
 */
final class ImageSarif {

    private static final ObjectMapper JSON = new ObjectMapper()
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private static final String SECRETS = "https://cwe.mitre.org/data/definitions/798.html";

    /** What a rule tells beside its title. */
    private record Help(String score, String page) {}

    private final Map<String, ReportingDescriptor> rules = new LinkedHashMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();

    private ImageSarif() {}

    static void write(Findings findings, Appendable out) throws IOException {
        ImageSarif sarif = new ImageSarif();
        findings.matches().forEach(sarif::vulnerability);
        findings.contents().secrets().forEach(sarif::secret);
        Run run = new Run()
                .withTool(new Tool()
                        .withDriver(new ToolComponent()
                                .withName("bwctl")
                                .withRules(new LinkedHashSet<>(sarif.rules.values()))))
                .withColumnKind(Run.ColumnKind.UNICODE_CODE_POINTS)
                .withInvocations(List.of(invocation(findings)))
                .withResults(sarif.results);
        out.append(JSON.writeValueAsString(new SarifSchema210()
                        .with$schema(URI.create("https://json.schemastore.org/sarif-2.1.0.json"))
                        .withVersion(SarifSchema210.Version._2_1_0)
                        .withRuns(List.of(run))))
                .append('\n');
    }

    private static Invocation invocation(Findings findings) {
        List<Notification> notes = new ArrayList<>();
        findings.contents()
                .incomplete()
                .forEach(unread -> notes.add(note(unread.where() + " " + unread.reason(), Notification.Level.ERROR)));
        findings.feeds().stream()
                .filter(feed -> feed.problemCount() > 0)
                .forEach(feed -> notes.add(note(
                        feed.name() + ": " + feed.problemCount() + " entries could not be read",
                        Notification.Level.WARNING)));
        findings.ages().forEach(age -> notes.add(note(age, Notification.Level.WARNING)));
        findings.unknowns().forEach(unknown -> notes.add(note("unknown: " + unknown, Notification.Level.WARNING)));
        return new Invocation()
                .withExecutionSuccessful(findings.contents().isComplete())
                .withToolExecutionNotifications(notes);
    }

    private static Notification note(String text, Notification.Level level) {
        return new Notification().withLevel(level).withMessage(new Message().withText(Shown.text(text)));
    }

    private void vulnerability(Match match) {
        String summary = match.advisories().stream()
                .map(each -> each.summary())
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse(match.id());
        String installed = match.installed().name() + " " + match.installed().version();
        String text = match.isCertain()
                ? installed + " has " + match.id()
                        + (match.fixedVersion().isEmpty() ? "" : "; fixed in " + match.fixedVersion())
                : "Undecided: whether " + installed + " has " + match.id() + " is unknown: " + match.undecided();
        add(
                match.id(),
                summary,
                // SARIF 2.1.0, 3.27.9: "open" is what could not be decided, and has no level
                match.isCertain() ? level(match.severity()) : Result.Level.NONE,
                match.isCertain() ? Result.Kind.FAIL : Result.Kind.OPEN,
                new Help(score(match), page(match.id())),
                text,
                match.installed().path(),
                0,
                match.id() + " " + match.installed().name() + " "
                        + match.installed().path());
    }

    private void secret(FoundSecret secret) {
        add(
                "secret/" + secret.rule(),
                secret.title(),
                level(ImageFormat.SECRET),
                Result.Kind.FAIL,
                new Help(band(ImageFormat.SECRET), SECRETS),
                secret.title() + " " + secret.redacted(),
                secret.path(),
                secret.line(),
                secret.rule() + " " + secret.path() + " " + secret.redacted());
    }

    private void add(
            String rule,
            String title,
            Result.Level level,
            Result.Kind kind,
            Help help,
            String text,
            String path,
            int line,
            String identity) {
        if (!rules.containsKey(rule)) {
            order.add(rule);
            rules.put(rule, rule(rule, title, help));
        }
        PhysicalLocation place = new PhysicalLocation()
                .withArtifactLocation(new ArtifactLocation().withUri(uri(path)))
                .withRegion(new Region().withStartLine(Math.max(1, line)));
        PartialFingerprints fingerprints = new PartialFingerprints();
        fingerprints.setAdditionalProperty(
                "breakwater/v1", NameBasedId.of(identity).toString());
        results.add(new Result()
                .withRuleId(rule)
                .withRuleIndex(order.indexOf(rule))
                .withLevel(level)
                .withKind(kind)
                .withMessage(new Message().withText(Shown.text(text)))
                .withLocations(List.of(new Location().withPhysicalLocation(place)))
                .withPartialFingerprints(fingerprints));
    }

    private static ReportingDescriptor rule(String id, String title, Help help) {
        PropertyBag properties = new PropertyBag();
        properties.withTags(new LinkedHashSet<>(List.of("security")));
        properties.setAdditionalProperty("security-severity", help.score());
        return new ReportingDescriptor()
                .withId(id)
                .withHelpUri(URI.create(help.page()))
                .withShortDescription(new MultiformatMessageString().withText(Shown.text(title)))
                .withProperties(properties);
    }

    /** Its own base score where it has one, which lies in the band of its severity or is the better known. */
    private static String score(Match match) {
        Double cvss = match.cvss();
        boolean fits = cvss != null && cvss > 0 && match.severity() == SeverityWords.ofScore(cvss);
        return fits ? String.format(Locale.ROOT, "%.1f", cvss) : band(match.severity());
    }

    /** Where the world reads about a vulnerability. */
    private static String page(String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        return id.startsWith("CVE-")
                ? "https://nvd.nist.gov/vuln/detail/" + encoded
                : id.startsWith("GHSA-")
                        ? "https://github.com/advisories/" + encoded
                        : "https://osv.dev/vulnerability/" + encoded;
    }

    /** The middle of the band that code scanning shows as this severity. */
    private static String band(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case UNKNOWN -> "0.1";
        };
    }

    private static Result.Level level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Result.Level.ERROR;
            case MEDIUM, UNKNOWN -> Result.Level.WARNING;
            case LOW -> Result.Level.NOTE;
        };
    }

    private static String uri(String path) {
        String shown = path.isEmpty() ? "image" : path;
        return URLEncoder.encode(shown, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
    }
}

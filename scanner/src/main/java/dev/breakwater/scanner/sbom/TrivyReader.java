package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.SeverityWords;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A report of Trivy ({@code --format json}, schema version 2). */
final class TrivyReader {

    private final FieldSource fields;
    private final ContentsBuilder contents = new ContentsBuilder();
    private final List<ClaimedFinding> findings = new ArrayList<>();
    private String schema = "";
    private String source = "trivy";
    private @Nullable Instant createdAt;
    private boolean hasPackages;

    TrivyReader(FieldSource fields) {
        this.fields = fields;
    }

    ForeignReport read() throws IOException {
        fields.walk(Map.of(
                "SchemaVersion", (field, value) -> schema = value.asString(),
                "CreatedAt", (field, value) -> createdAt = Said.instant(value.asString()),
                "ArtifactName", (field, value) -> contents.reference = value.asString(),
                "ArtifactType", (field, value) -> artifact(value.asString("")),
                "Trivy", (field, value) -> source = field.equals("Version") ? "trivy " + value.asString() : source,
                "Metadata", this::metadata,
                "Results", (none, result) -> result(result)));
        if (!schema.equals("2")) {
            throw UnreadableDocument.value("SchemaVersion", schema, "2");
        }
        if (!hasPackages) {
            contents.unread(
                    ContentsBuilder.PACKAGES,
                    "a Trivy report without --list-all-pkgs names only packages with findings");
        }
        return new ForeignReport(
                DocumentFormat.TRIVY,
                schema,
                source,
                createdAt,
                contents.build(),
                contents.saysDistribution(),
                findings);
    }

    private void artifact(String type) {
        if (type.equals("container_image")) {
            contents.ofImage();
        }
    }

    private void metadata(String field, JsonNode value) {
        switch (field) {
            case "OS" ->
                contents.os(new OperatingSystem(
                        family(text(value, "Family")),
                        text(value, "Name"),
                        "",
                        text(value, "Family") + " " + text(value, "Name")));
            case "ImageID" -> contents.configDigest = value.asString();
            case "RepoDigests" ->
                contents.digest = ContentsBuilder.digestIn(value.path(0).asString(""));
            case "DiffIDs" -> value.forEach(each -> contents.add(new ImageLayer(each.asString(), "", 0, "")));
            default -> {}
        }
    }

    private void result(JsonNode result) throws UnreadableDocument {
        String type = text(result, "Type");
        String target = text(result, "Class").equals("lang-pkgs") ? text(result, "Target") : "";
        Map<String, InstalledPackage> byKey = new HashMap<>();
        for (JsonNode each : result.path("Packages")) {
            hasPackages = true;
            InstalledPackage one = TrivyPackages.listed(each, type, target);
            if (one != null) {
                byKey.put(key(each, "Name", "Version", "FilePath"), contents.add(one));
                byKey.putIfAbsent(text(each, "Name") + " " + one.version(), one);
            }
        }
        for (JsonNode each : result.path("Vulnerabilities")) {
            InstalledPackage one = byKey.get(key(each, "PkgName", "InstalledVersion", "PkgPath"));
            if (one == null) {
                one = byKey.get(text(each, "PkgName") + " " + text(each, "InstalledVersion"));
            }
            if (one == null && text(each, "InstalledVersion").isEmpty()) {
                contents.unread(
                        "package " + text(each, "PkgName"), "has no version, so that nothing can be said of it");
                continue;
            }
            if (one == null) {
                one = contents.add(TrivyPackages.affected(each, type, target));
            }
            findings.add(finding(each, one));
        }
    }

    private static String key(JsonNode node, String name, String version, String path) {
        return text(node, name) + " " + text(node, version) + " " + text(node, path);
    }

    private static ClaimedFinding finding(JsonNode one, InstalledPackage installed) {
        String word = text(one, "Severity");
        JsonNode cvss = cvss(one);
        List<String> aliases = new ArrayList<>();
        one.path("VendorIDs").forEach(each -> aliases.add(each.asString("")));
        String v3 = text(cvss, "V3Score");
        return new ClaimedFinding(
                installed,
                text(one, "VulnerabilityID"),
                aliases,
                SeverityWords.severity(word),
                word,
                Scores.score(v3.isEmpty() ? text(cvss, "V40Score") : v3),
                v3.isEmpty() ? text(cvss, "V40Vector") : text(cvss, "V3Vector"),
                text(one, "FixedVersion"),
                fixState(text(one, "Status"), text(one, "FixedVersion")),
                Said.line(text(one, "Title")));
    }

    /** The CVSS of the source that decided the severity, else NVD's, else any. */
    private static JsonNode cvss(JsonNode one) {
        JsonNode all = one.path("CVSS");
        JsonNode deciding = all.path(text(one, "SeveritySource"));
        if (!deciding.isMissingNode()) {
            return deciding;
        }
        JsonNode nvd = all.path("nvd");
        return nvd.isMissingNode() && all.isObject() && !all.isEmpty()
                ? all.iterator().next()
                : nvd;
    }

    private static FixState fixState(String status, String fixed) {
        return switch (status) {
            case "fixed" -> FixState.FIXED;
            case "affected", "fix_deferred", "under_investigation" -> FixState.NOT_FIXED;
            case "will_not_fix", "end_of_life" -> FixState.WONT_FIX;
            case "not_affected" -> FixState.NOT_AFFECTED;
            default -> fixed.isEmpty() ? FixState.UNKNOWN : FixState.FIXED;
        };
    }

    /** Trivy's word for a distribution as {@code os-release} has it. */
    private static String family(String family) {
        return switch (family) {
            case "redhat" -> "rhel";
            case "amazon" -> "amzn";
            case "oracle" -> "ol";
            case "alma" -> "almalinux";
            default -> family.toLowerCase(Locale.ROOT);
        };
    }
}

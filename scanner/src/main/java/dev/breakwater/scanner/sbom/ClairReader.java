package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.SeverityWords;
import dev.breakwater.scanner.Purls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A vulnerability report of Clair v4 ({@code GET /matcher/api/v1/vulnerability_report/…}). It says no date. */
final class ClairReader {

    private final FieldSource fields;
    private final ContentsBuilder contents = new ContentsBuilder();
    private final Map<String, JsonNode> environments = new HashMap<>();
    private final Map<String, OperatingSystem> distributions = new HashMap<>();
    private final Map<String, InstalledPackage> packages = new HashMap<>();
    private final Map<String, List<InstalledPackage>> affectedBy = new HashMap<>();
    private final List<ClaimedFinding> findings = new ArrayList<>();

    ClairReader(FieldSource fields) {
        this.fields = fields;
    }

    ForeignReport read() throws IOException {
        contents.ofImage();
        fields.walk(Map.of(
                "manifest_hash", (field, value) -> contents.digest = ContentsBuilder.digestIn(value.asString()),
                "distributions", (id, value) -> distributions.put(id, distribution(value)),
                "environments", (id, value) -> environments.put(id, value.path(0))));
        if (distributions.size() == 1) {
            contents.os(distributions.values().iterator().next());
        }
        fields.walk(Map.of("packages", this::installed));
        fields.walk(Map.of("package_vulnerabilities", (id, ids) -> {
            InstalledPackage one = packages.get(id);
            if (one != null) {
                ids.forEach(each -> affectedBy
                        .computeIfAbsent(each.asString(""), none -> new ArrayList<>())
                        .add(one));
            }
        }));
        fields.walk(Map.of("vulnerabilities", (id, value) -> findings(value, affectedBy.getOrDefault(id, List.of()))));
        return new ForeignReport(
                DocumentFormat.CLAIR, "4", "clair", null, contents.build(), contents.saysDistribution(), findings);
    }

    private void installed(String id, JsonNode one) throws UnreadableDocument {
        String name = text(one, "name");
        String version = text(one, "version");
        if (name.isEmpty() || version.isEmpty()) {
            contents.unread("package " + name, "has no version, so that nothing can be said of it");
            return;
        }
        JsonNode environment = environments.getOrDefault(id, one.path("none"));
        String database = text(environment, "package_db");
        PackageType type = type(database);
        JsonNode source = one.path("source");
        String arch = text(one, "arch");
        boolean ofDistribution = type.isOfDistribution();
        String sourceName = ofDistribution ? text(source, "name") : "";
        String sourceVersion = ofDistribution ? text(source, "version") : "";
        @Nullable OperatingSystem os = distributions.get(text(environment, "distribution_id"));
        packages.put(
                id,
                contents.add(new InstalledPackage(
                        name,
                        version,
                        arch,
                        type,
                        ofDistribution
                                ? Purls.ofDistribution(type, os, name, version, arch, sourceName, sourceVersion)
                                : Purls.of(type, name, version),
                        sourceName,
                        sourceVersion,
                        ComponentProperties.relative(database.replaceFirst("^[a-z]{2,10}:", "")),
                        // Clair tells layers by their blobs' digests
                        text(environment, "introduced_in"))));
    }

    private void findings(JsonNode one, List<InstalledPackage> affected) {
        String word = text(one, "severity");
        String normalised = text(one, "normalized_severity");
        String fixed = text(one, "fixed_in_version");
        for (InstalledPackage installed : affected) {
            findings.add(new ClaimedFinding(
                    installed,
                    text(one, "name"),
                    List.of(),
                    SeverityWords.severity(normalised),
                    word.isEmpty() || word.contains("CVSS") ? normalised : word,
                    null,
                    word.startsWith("CVSS:") ? word : "",
                    fixed,
                    fixed.isEmpty() ? FixState.UNKNOWN : FixState.FIXED,
                    Said.line(text(one, "description"))));
        }
    }

    private static OperatingSystem distribution(JsonNode one) {
        return new OperatingSystem(
                text(one, "did").toLowerCase(Locale.ROOT),
                text(one, "version_id").isEmpty() ? text(one, "version") : text(one, "version_id"),
                text(one, "version_code_name"),
                text(one, "pretty_name"));
    }

    /** Clair says of a package in which database it stands. */
    private static PackageType type(String database) {
        if (database.contains("var/lib/dpkg")) {
            return PackageType.DEB;
        }
        if (database.contains("lib/apk/db")) {
            return PackageType.APK;
        }
        if (database.contains("lib/rpm") || database.contains("sysimage/rpm")) {
            return PackageType.RPM;
        }
        int colon = database.indexOf(':');
        return switch (colon < 0 ? "" : database.substring(0, colon)) {
            case "maven", "java", "jar" -> PackageType.MAVEN;
            case "python" -> PackageType.PYPI;
            case "nodejs" -> PackageType.NPM;
            case "ruby", "rubygems" -> PackageType.GEM;
            case "go" -> PackageType.GOLANG;
            default -> PackageType.GENERIC;
        };
    }
}

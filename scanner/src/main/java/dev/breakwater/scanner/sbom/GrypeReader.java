package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.SeverityWords;
import dev.breakwater.scanner.PackageOfPurl;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A report of Grype ({@code -o json}). It names only packages with findings. */
final class GrypeReader {

    private final FieldSource fields;
    private final ContentsBuilder contents = new ContentsBuilder();
    private final List<ClaimedFinding> findings = new ArrayList<>();
    private final Map<String, String> descriptor = new HashMap<>();

    GrypeReader(FieldSource fields) {
        this.fields = fields;
    }

    ForeignReport read() throws IOException {
        fields.walk(Map.of(
                "matches",
                (none, match) -> match(match),
                "source",
                this::source,
                "distro",
                this::distro,
                "descriptor",
                (field, value) -> descriptor.put(field, value.asString(""))));
        if (!descriptor.getOrDefault("name", "").equals("grype")) {
            throw UnreadableDocument.value("descriptor.name", descriptor.getOrDefault("name", ""), "grype");
        }
        contents.os(new OperatingSystem(
                distro.getOrDefault("name", "").toLowerCase(Locale.ROOT),
                distro.getOrDefault("version", ""),
                "",
                (distro.getOrDefault("name", "") + " " + distro.getOrDefault("version", "")).strip()));
        contents.unread(ContentsBuilder.PACKAGES, "a Grype report names only packages with findings");
        @Nullable Instant createdAt = Said.instant(descriptor.getOrDefault("timestamp", ""));
        String version = descriptor.getOrDefault("version", "");
        return new ForeignReport(
                DocumentFormat.GRYPE,
                version,
                ("grype " + version).strip(),
                createdAt,
                contents.build(),
                contents.saysDistribution(),
                findings);
    }

    private final Map<String, String> distro = new HashMap<>();

    private void distro(String field, JsonNode value) {
        if (value.isValueNode()) {
            distro.put(field, value.asString(""));
        }
    }

    private void source(String field, JsonNode value) {
        if (field.equals("target") && value.isString()) {
            contents.reference = value.asString();
        } else if (field.equals("target")) {
            contents.reference = text(value, "userInput");
            String repository =
                    ContentsBuilder.digestIn(value.path("repoDigests").path(0).asString(""));
            contents.digest = repository.isEmpty() ? text(value, "manifestDigest") : repository;
            contents.configDigest = text(value, "imageID");
            for (JsonNode each : value.path("layers")) {
                String size = text(each, "size");
                contents.add(new ImageLayer(
                        text(each, "digest"), "", size.matches("\\d{1,18}") ? Long.parseLong(size) : 0, ""));
            }
        }
    }

    private void match(JsonNode match) throws UnreadableDocument {
        JsonNode artifact = match.path("artifact");
        JsonNode vulnerability = match.path("vulnerability");
        String name = text(artifact, "name");
        String version = text(artifact, "version");
        String id = text(vulnerability, "id");
        if (name.isEmpty() || version.isEmpty() || id.isEmpty()) {
            contents.unread(
                    "match " + (id.isEmpty() ? name : id), "does not say of which version of which package it is");
            return;
        }
        InstalledPackage installed = contents.add(installed(artifact, name, version));
        JsonNode cvss = cvss(vulnerability, match.path("relatedVulnerabilities"));
        String word = text(vulnerability, "severity");
        JsonNode fix = vulnerability.path("fix");
        List<String> aliases = new ArrayList<>();
        for (JsonNode each : match.path("relatedVulnerabilities")) {
            String other = text(each, "id");
            if (!other.isEmpty() && !other.equals(id) && !aliases.contains(other)) {
                aliases.add(other);
            }
        }
        findings.add(new ClaimedFinding(
                installed,
                id,
                aliases,
                SeverityWords.severity(word),
                word,
                Scores.score(text(cvss.path("metrics"), "baseScore")),
                text(cvss, "vector"),
                fix.path("versions").path(0).asString(""),
                switch (text(fix, "state")) {
                    case "fixed" -> FixState.FIXED;
                    case "not-fixed" -> FixState.NOT_FIXED;
                    case "wont-fix" -> FixState.WONT_FIX;
                    default -> FixState.UNKNOWN;
                },
                Said.line(text(vulnerability, "description"))));
    }

    private static InstalledPackage installed(JsonNode artifact, String name, String version) {
        String purl = text(artifact, "purl");
        JsonNode upstream = artifact.path("upstreams").path(0);
        JsonNode location = artifact.path("locations").path(0);
        InstalledPackage read = PackageOfPurl.read(purl, name, version)
                .orElseGet(() -> new InstalledPackage(name, version, "", PackageType.GENERIC, "", "", "", "", ""));
        return new InstalledPackage(
                read.type() == PackageType.MAVEN || read.type().isOfDistribution() ? read.name() : name,
                read.type().isOfDistribution() ? withoutZero(version) : version,
                read.arch(),
                read.type(),
                purl,
                read.type().isOfDistribution() ? text(upstream, "name") : "",
                read.type().isOfDistribution() ? text(upstream, "version") : "",
                ComponentProperties.relative(text(location, "path")),
                text(location, "layerID"));
    }

    /** An rpm version as its package manager prints it. */
    private static String withoutZero(String version) {
        return version.startsWith("0:") ? version.substring(2) : version;
    }

    private static JsonNode cvss(JsonNode vulnerability, JsonNode related) {
        JsonNode own = vulnerability.path("cvss").path(0);
        return own.isMissingNode() ? related.path(0).path("cvss").path(0) : own;
    }
}

package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.PackageOfPurl;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An SPDX document (spdx.github.io/spdx-spec, versions 2.2 and 2.3). */
final class SpdxReader {

    private static final Set<String> VERSIONS = Set.of("SPDX-2.2", "SPDX-2.3");

    /** What a package may be that is not software inside the image. */
    private static final Set<String> OTHER_PURPOSES =
            Set.of("CONTAINER", "FILE", "SOURCE", "ARCHIVE", "DEVICE", "FIRMWARE");

    private final FieldSource fields;
    private final ContentsBuilder contents = new ContentsBuilder();
    private final Map<String, String> ofImage = new HashMap<>();
    private String version = "";
    private String name = "";
    private String source = "";
    private @Nullable Instant createdAt;

    SpdxReader(FieldSource fields) {
        this.fields = fields;
    }

    ForeignReport read() throws IOException {
        fields.walk(Map.of(
                "spdxVersion", (field, value) -> version = value.asString(),
                "name", (field, value) -> name = value.asString(),
                "creationInfo", this::creation,
                "packages", (none, one) -> read(one)));
        if (!VERSIONS.contains(version)) {
            throw UnreadableDocument.value("spdxVersion", version, "SPDX-2.2, SPDX-2.3");
        }
        if (contents.reference.isEmpty()) {
            contents.reference = name;
        }
        ImageProperties.apply(ofImage, contents);
        return new ForeignReport(
                DocumentFormat.SPDX,
                version.substring("SPDX-".length()),
                source,
                createdAt,
                contents.build(),
                contents.saysDistribution(),
                List.of());
    }

    private void creation(String field, JsonNode value) {
        if (field.equals("created")) {
            createdAt = Said.instant(value.asString());
        } else if (field.equals("creators")) {
            for (JsonNode each : value) {
                creator(each.asString());
            }
        }
    }

    private void creator(String said) {
        if (said.startsWith("Tool:") && source.isEmpty()) {
            // "Tool: trivy-0.58.1"
            source = said.substring("Tool:".length()).strip().replaceFirst("-(?=v?\\d)", " ");
        }
    }

    private void read(JsonNode one) throws UnreadableDocument {
        String purpose = text(one, "primaryPackagePurpose").replace('_', '-');
        Map<String, String> annotated = SpdxAnnotations.properties(one);
        String packageName = text(one, "name");
        String packageVersion = text(one, "versionInfo");
        String purl = purl(one);
        if (purpose.equals("OPERATING-SYSTEM")) {
            contents.os(new OperatingSystem(
                    packageName.toLowerCase(Locale.ROOT),
                    packageVersion,
                    annotated.getOrDefault(ImageProperties.CODENAME, ""),
                    annotated.getOrDefault(ImageProperties.PRETTY_NAME, text(one, "description"))));
        } else if (purpose.equals("CONTAINER") || purl.startsWith("pkg:oci/") || purl.startsWith("pkg:docker/")) {
            contents.ofImage();
            contents.reference = packageName;
            contents.digest = ContentsBuilder.digestIn(packageVersion);
            ofImage.putAll(annotated);
        } else {
            add(packageName, packageVersion, purl, purpose, annotated);
        }
    }

    private void add(String packageName, String said, String purl, String purpose, Map<String, String> annotated)
            throws UnreadableDocument {
        InstalledPackage read = PackageOfPurl.read(purl, packageName, said).orElse(null);
        if (read == null && !OTHER_PURPOSES.contains(purpose) && !packageName.isEmpty() && !said.isEmpty()) {
            read = new InstalledPackage(packageName, said, "", PackageType.GENERIC, "", "", "", "", "");
        }
        if (read != null && !read.version().isEmpty()) {
            contents.add(ComponentProperties.applied(annotated, read));
        } else if (read != null) {
            contents.unread("package " + packageName, "has no version, so that nothing can be said of it");
        }
    }

    private static String purl(JsonNode one) {
        for (JsonNode each : one.path("externalRefs")) {
            String type = text(each, "referenceType");
            if (type.equals("purl") || type.endsWith("/purl")) {
                return text(each, "referenceLocator");
            }
        }
        return "";
    }
}

package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.PackageOfPurl;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A CycloneDX bill of materials (cyclonedx.org, versions 1.2 to 1.7). */
final class CycloneDxReader {

    private static final Set<String> VERSIONS = Set.of("1.2", "1.3", "1.4", "1.5", "1.6", "1.7");

    /** Kinds of components that are software with a version. */
    private static final Set<String> SOFTWARE = Set.of("library", "framework", "application", "platform", "firmware");

    private static final int DEEPEST = 50;

    private final FieldSource fields;
    private final ContentsBuilder contents = new ContentsBuilder();
    private final Map<String, InstalledPackage> byRef = new HashMap<>();
    private final Map<String, String> ofImage = new TreeMap<>();
    private final List<ClaimedFinding> findings = new ArrayList<>();
    private String version = "";
    private String source = "";
    private @Nullable Instant createdAt;

    CycloneDxReader(FieldSource fields) {
        this.fields = fields;
    }

    ForeignReport read() throws IOException {
        fields.walk(Map.of(
                "specVersion", (field, value) -> version = value.asString(),
                "metadata", this::metadata,
                "components", (none, component) -> component(component, 0),
                "compositions", (none, composition) -> composition(composition)));
        if (!VERSIONS.contains(version)) {
            throw UnreadableDocument.value("specVersion", version, "1.2, 1.3, 1.4, 1.5, 1.6, 1.7");
        }
        ImageProperties.apply(ofImage, contents);
        fields.walk(Map.of("vulnerabilities", (none, one) -> CycloneDxFindings.read(one, byRef, findings)));
        return new ForeignReport(
                DocumentFormat.CYCLONEDX,
                version,
                source,
                createdAt,
                contents.build(),
                contents.saysDistribution(),
                findings);
    }

    private void metadata(String field, JsonNode value) {
        switch (field) {
            case "timestamp" -> createdAt = Said.instant(value.asString());
            case "tools" -> source = Said.tool(value);
            case "component" -> image(value);
            default -> {}
        }
    }

    private void image(JsonNode component) {
        if (text(component, "type").equals("container")) {
            contents.ofImage();
        }
        contents.reference = text(component, "name");
        contents.digest = ContentsBuilder.digestIn(text(component, "version"));
        if (contents.digest.isEmpty()) {
            contents.digest = ContentsBuilder.digestIn(contents.reference);
        }
        ofImage.putAll(Said.properties(component));
        ofImage.forEach((name, value) -> {
            switch (name) {
                case "aquasecurity:trivy:ImageID" -> contents.configDigest = value;
                case "aquasecurity:trivy:DiffID" -> contents.add(new ImageLayer(value, "", 0, ""));
                case "aquasecurity:trivy:RepoDigest" ->
                    contents.digest = contents.digest.isEmpty() ? ContentsBuilder.digestIn(value) : contents.digest;
                default -> {}
            }
        });
    }

    private void component(JsonNode component, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new UnreadableDocument("components", "components are nested deeper than " + DEEPEST);
        }
        String type = text(component, "type");
        if (type.equals("operating-system")) {
            contents.os(operatingSystem(component));
        } else if (!type.equals("container")) {
            InstalledPackage one = installed(component, type);
            if (one != null) {
                byRef.put(text(component, "bom-ref"), contents.add(one));
            }
        }
        for (JsonNode inner : component.path("components")) {
            component(inner, depth + 1);
        }
    }

    private @Nullable InstalledPackage installed(JsonNode component, String type) {
        String group = text(component, "group");
        String bare = text(component, "name");
        String name =
                group.isEmpty() ? bare : group + (text(component, "purl").startsWith("pkg:maven") ? ":" : "/") + bare;
        String said = text(component, "version");
        InstalledPackage read =
                PackageOfPurl.read(text(component, "purl"), name, said).orElse(null);
        if (read == null && SOFTWARE.contains(type) && !name.isEmpty() && !said.isEmpty()) {
            read = new InstalledPackage(name, said, "", PackageType.GENERIC, "", "", "", "", "");
        }
        if (read == null || read.version().isEmpty()) {
            if (type.equals("library") || type.equals("framework")) {
                contents.unread("component " + name, "has no version, so that nothing can be said of it");
            }
            return null;
        }
        return ComponentProperties.applied(Said.properties(component), read);
    }

    private void composition(JsonNode composition) {
        String aggregate = text(composition, "aggregate");
        if (aggregate.startsWith("incomplete")) {
            contents.unread("bill of materials", "says of itself that it is " + aggregate.replace('_', ' '));
        }
    }

    private static OperatingSystem operatingSystem(JsonNode component) {
        Map<String, String> properties = Said.properties(component);
        String id = properties
                .getOrDefault("syft:distro:id", text(component, "name"))
                .toLowerCase(Locale.ROOT);
        return new OperatingSystem(
                id,
                properties.getOrDefault("syft:distro:versionID", text(component, "version")),
                properties.getOrDefault(
                        ImageProperties.CODENAME, properties.getOrDefault("syft:distro:versionCodename", "")),
                properties.getOrDefault(ImageProperties.PRETTY_NAME, text(component, "description")));
    }
}

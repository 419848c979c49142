package dev.breakwater.scanner.sbom;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.scanner.PackageOfPurl;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An SPDX 3.0 document in its JSON-LD form: the packages of its graph that have a package URL. */
final class Spdx3Reader {

    private final FieldSource fields;
    private final ContentsBuilder contents = new ContentsBuilder();
    private String version = "";
    private String source = "";
    private @Nullable Instant createdAt;

    Spdx3Reader(FieldSource fields) {
        this.fields = fields;
    }

    ForeignReport read() throws IOException {
        fields.walk(Map.of("@graph", (none, element) -> element(element)));
        if (!version.startsWith("3.")) {
            throw UnreadableDocument.value("specVersion of CreationInfo", version, "3.0, 3.0.1");
        }
        return new ForeignReport(
                DocumentFormat.SPDX,
                version,
                source,
                createdAt,
                contents.build(),
                contents.saysDistribution(),
                List.of());
    }

    private void element(JsonNode element) throws UnreadableDocument {
        switch (text(element, "type")) {
            case "CreationInfo" -> {
                version = text(element, "specVersion");
                createdAt = Said.instant(text(element, "created"));
            }
            case "Tool" -> source = source.isEmpty() ? text(element, "name") : source;
            case "SpdxDocument" -> contents.reference = text(element, "name");
            case "software_Package" -> ofGraph(element);
            default -> {}
        }
    }

    private void ofGraph(JsonNode element) throws UnreadableDocument {
        String name = text(element, "name");
        String said = text(element, "software_packageVersion");
        if (text(element, "software_primaryPurpose").equals("operatingSystem")) {
            contents.os(new OperatingSystem(name.toLowerCase(Locale.ROOT), said, "", text(element, "description")));
            return;
        }
        InstalledPackage read = PackageOfPurl.read(purl(element), name, said).orElse(null);
        if (read != null && !read.version().isEmpty()) {
            contents.add(read);
        } else if (read != null) {
            contents.unread("package " + name, "has no version, so that nothing can be said of it");
        }
    }

    private static String purl(JsonNode element) {
        String direct = text(element, "software_packageUrl");
        if (!direct.isEmpty()) {
            return direct;
        }
        for (JsonNode each : element.path("externalIdentifier")) {
            if (text(each, "externalIdentifierType").equals("packageUrl")) {
                return text(each, "identifier");
            }
        }
        return "";
    }
}

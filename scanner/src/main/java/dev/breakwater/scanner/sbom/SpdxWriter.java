package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * SPDX 2.3 in JSON, written as it goes. The specification's own Java library keeps a store of its model and loads the list of
 * licences, over the network if it can; for a few fields that costs seconds and megabytes of a command that takes one.
 */
final class SpdxWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final String IMAGE = "SPDXRef-Image";

    private SpdxWriter() {}

    static void write(BillWriter.Bill bill, OutputStream to) throws IOException {
        List<InstalledPackage> packages = bill.packages();
        OperatingSystem os = bill.contents().os();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("spdxVersion", "SPDX-2.3");
            json.writeStringProperty("dataLicense", "CC0-1.0");
            json.writeStringProperty("SPDXID", "SPDXRef-DOCUMENT");
            json.writeStringProperty("name", bill.imageName());
            json.writeStringProperty("documentNamespace", "urn:uuid:" + bill.serial());
            json.writeObjectPropertyStart("creationInfo");
            json.writeStringProperty("created", bill.scannedAt().toString());
            json.writeArrayPropertyStart("creators");
            json.writeString("Tool: " + bill.program() + "-" + bill.version());
            json.writeEndArray();
            json.writeEndObject();
            json.writeArrayPropertyStart("packages");
            image(json, bill);
            if (os != null) {
                operatingSystem(json, bill, os);
            }
            for (int at = 0; at < packages.size(); at++) {
                one(json, bill, packages.get(at), at);
            }
            json.writeEndArray();
            relationships(json, packages.size(), os != null);
            json.writeEndObject();
        }
    }

    private static void image(JsonGenerator json, BillWriter.Bill bill) {
        start(json, bill.imageName(), IMAGE, bill.contents().digest(), "CONTAINER");
        annotation(json, bill, ImageProperties.of(bill.contents()));
        json.writeEndObject();
    }

    private static void operatingSystem(JsonGenerator json, BillWriter.Bill bill, OperatingSystem os) {
        start(json, os.id(), "SPDXRef-OperatingSystem", os.version(), "OPERATING_SYSTEM");
        Map<String, String> said = new LinkedHashMap<>();
        said.put(ImageProperties.CODENAME, os.codename());
        said.put(ImageProperties.PRETTY_NAME, os.prettyName());
        annotation(json, bill, said);
        json.writeEndObject();
    }

    private static void one(JsonGenerator json, BillWriter.Bill bill, InstalledPackage one, int at) {
        start(json, one.name(), "SPDXRef-Package-" + at, one.version(), "LIBRARY");
        if (!one.purl().isEmpty()) {
            json.writeArrayPropertyStart("externalRefs");
            json.writeStartObject();
            json.writeStringProperty("referenceCategory", "PACKAGE-MANAGER");
            json.writeStringProperty("referenceType", "purl");
            json.writeStringProperty("referenceLocator", one.purl());
            json.writeEndObject();
            json.writeEndArray();
        }
        annotation(json, bill, ComponentProperties.of(one));
        json.writeEndObject();
    }

    private static void start(JsonGenerator json, String name, String id, String version, String purpose) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("SPDXID", id);
        if (!version.isEmpty()) {
            json.writeStringProperty("versionInfo", version);
        }
        json.writeStringProperty("downloadLocation", "NOASSERTION");
        json.writeBooleanProperty("filesAnalyzed", false);
        json.writeStringProperty("licenseConcluded", "NOASSERTION");
        json.writeStringProperty("licenseDeclared", "NOASSERTION");
        json.writeStringProperty("copyrightText", "NOASSERTION");
        json.writeStringProperty("primaryPackagePurpose", purpose);
    }

    private static void annotation(JsonGenerator json, BillWriter.Bill bill, Map<String, String> said) {
        if (said.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("annotations");
        json.writeStartObject();
        json.writeStringProperty("annotationDate", bill.scannedAt().toString());
        json.writeStringProperty("annotationType", "OTHER");
        json.writeStringProperty("annotator", "Tool: " + bill.program() + "-" + bill.version());
        json.writeStringProperty("comment", SpdxAnnotations.comment(said));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void relationships(JsonGenerator json, int packages, boolean hasOs) {
        json.writeArrayPropertyStart("relationships");
        relationship(json, "SPDXRef-DOCUMENT", "DESCRIBES", IMAGE);
        if (hasOs) {
            relationship(json, IMAGE, "CONTAINS", "SPDXRef-OperatingSystem");
        }
        for (int at = 0; at < packages; at++) {
            relationship(json, IMAGE, "CONTAINS", "SPDXRef-Package-" + at);
        }
        json.writeEndArray();
    }

    private static void relationship(JsonGenerator json, String from, String type, String to) {
        json.writeStartObject();
        json.writeStringProperty("spdxElementId", from);
        json.writeStringProperty("relationshipType", type);
        json.writeStringProperty("relatedSpdxElement", to);
        json.writeEndObject();
    }
}

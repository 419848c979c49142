package dev.breakwater.scanner.vex;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CycloneDX 1.6: the products as components, each statement as a vulnerability with an analysis. */
final class CycloneDxVexWriter {

    private CycloneDxVexWriter() {}

    static ObjectNode document(VexDocument document) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("bomFormat", "CycloneDX");
        written.put("specVersion", "1.6");
        boolean isSerial =
                document.id().matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
        written.put("serialNumber", isSerial ? document.id() : "urn:uuid:" + named(document.id()));
        written.put("version", document.version());
        ObjectNode metadata = written.putObject("metadata");
        Instant time = document.timestamp() == null ? Instant.EPOCH : document.timestamp();
        metadata.put("timestamp", time.toString());
        if (!document.author().isEmpty()) {
            metadata.putArray("authors").addObject().put("name", document.author());
        }
        if (!isSerial) {
            property(metadata, CycloneDxVexReader.ID, document.id());
        }
        Map<String, ObjectNode> components = new LinkedHashMap<>();
        Set<String> parts = new HashSet<>();
        ArrayNode vulnerabilities = JsonNodeFactory.instance.arrayNode();
        for (VexStatement each : document.statements()) {
            statement(each, components, parts, vulnerabilities.addObject());
        }
        written.putArray("components").addAll(components.values());
        written.set("vulnerabilities", vulnerabilities);
        return written;
    }

    private static void statement(
            VexStatement one, Map<String, ObjectNode> components, Set<String> parts, ObjectNode into) {
        into.put("id", one.vulnerability());
        if (!one.aliases().isEmpty()) {
            ArrayNode references = into.putArray("references");
            for (String alias : one.aliases()) {
                ObjectNode reference = references.addObject();
                reference.put("id", alias);
                reference.putObject("source").put("name", alias.split("-", 2)[0]);
            }
        }
        if (!one.action().isEmpty()) {
            into.put("recommendation", one.action());
        }
        ObjectNode analysis = into.putObject("analysis");
        analysis.put(
                "state",
                switch (one.status()) {
                    case NOT_AFFECTED -> "not_affected";
                    case AFFECTED -> "exploitable";
                    case FIXED -> "resolved";
                    case UNDER_INVESTIGATION -> "in_triage";
                });
        if (one.justification() != null) {
            analysis.put("justification", CycloneDxJustifications.written(one.justification()));
            property(into, CycloneDxVexReader.JUSTIFICATION, one.justification().word());
        }
        if (!one.impact().isEmpty()) {
            analysis.put("detail", one.impact());
        }
        if (one.timestamp() != null) {
            analysis.put("lastUpdated", one.timestamp().toString());
        }
        ArrayNode affects = into.putArray("affects");
        one.products().forEach(each -> affects.addObject().put("ref", reference(each, components, parts)));
    }

    private static String reference(VexProduct one, Map<String, ObjectNode> components, Set<String> parts) {
        ObjectNode whole = components.computeIfAbsent(one.id(), id -> {
            ObjectNode component = component(id, id, one.digest().isEmpty() ? "application" : "container");
            put(component, "version", one.digest());
            put(component, "purl", one.purl());
            put(component, "cpe", one.cpe());
            return component;
        });
        if (one.subcomponent().isEmpty()) {
            return one.id();
        }
        String ref = one.id() + " " + one.subcomponent();
        if (parts.add(ref)) {
            ObjectNode part = component(ref, one.subcomponent(), "library");
            put(part, "purl", one.subcomponent().startsWith("pkg:") ? one.subcomponent() : "");
            whole.withArrayProperty("components").add(part);
        }
        return ref;
    }

    private static ObjectNode component(String ref, String name, String type) {
        ObjectNode component = JsonNodeFactory.instance.objectNode();
        component.put("type", type);
        component.put("bom-ref", ref);
        component.put("name", name);
        return component;
    }

    private static void property(ObjectNode into, String name, String value) {
        ObjectNode property = into.withArrayProperty("properties").addObject();
        property.put("name", name);
        property.put("value", value);
    }

    private static void put(ObjectNode into, String field, String value) {
        if (!value.isEmpty()) {
            into.put(field, value);
        }
    }

    private static UUID named(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.breakwater.scanner.vex;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** OpenVEX 0.2.0. */
final class OpenVexWriter {

    private OpenVexWriter() {}

    static ObjectNode document(VexDocument document) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("@context", "https://openvex.dev/ns/v0.2.0");
        written.put("@id", document.id());
        written.put("author", document.author());
        Instant time = document.timestamp() == null ? Instant.EPOCH : document.timestamp();
        written.put("timestamp", time.toString());
        written.put("version", document.version());
        ArrayNode statements = written.putArray("statements");
        document.statements().forEach(each -> statement(each, statements.addObject()));
        return written;
    }

    private static void statement(VexStatement one, ObjectNode into) {
        ObjectNode vulnerability = into.putObject("vulnerability");
        vulnerability.put("name", one.vulnerability());
        if (!one.aliases().isEmpty()) {
            one.aliases().forEach(vulnerability.putArray("aliases")::add);
        }
        ArrayNode products = into.putArray("products");
        one.products().forEach(each -> product(each, products.addObject()));
        into.put("status", one.status().name().toLowerCase(Locale.ROOT));
        if (one.justification() != null) {
            into.put("justification", one.justification().word());
        }
        boolean wantsReason = one.status() == VexStatus.NOT_AFFECTED && one.justification() == null;
        put(into, "impact_statement", one.impact(), wantsReason);
        put(into, "action_statement", one.action(), one.status() == VexStatus.AFFECTED);
        if (one.timestamp() != null) {
            into.put("timestamp", one.timestamp().toString());
        }
    }

    private static void put(ObjectNode into, String field, String words, boolean isRequired) {
        if (!words.isEmpty() || isRequired) {
            into.put(field, words.isEmpty() ? OpenVexReader.NOT_SAID : words);
        }
    }

    private static void product(VexProduct one, ObjectNode into) {
        if (!one.id().isEmpty()) {
            into.put("@id", one.id());
        }
        if (!one.purl().isEmpty() && !one.purl().equals(one.id()) || !one.cpe().isEmpty()) {
            ObjectNode identifiers = into.putObject("identifiers");
            if (!one.purl().isEmpty()) {
                identifiers.put("purl", one.purl());
            }
            if (!one.cpe().isEmpty()) {
                identifiers.put(one.cpe().startsWith("cpe:2.3:") ? "cpe23" : "cpe22", one.cpe());
            }
        }
        if (!one.digest().isEmpty() && !one.hasDigestInPurl() && !one.digest().equals(one.id())) {
            into.putObject("hashes").put("sha-256", one.digest().substring("sha256:".length()));
        }
        if (!one.subcomponent().isEmpty()) {
            into.putArray("subcomponents").addObject().put("@id", one.subcomponent());
        }
    }
}

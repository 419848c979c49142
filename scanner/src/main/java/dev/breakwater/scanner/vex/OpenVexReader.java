package dev.breakwater.scanner.vex;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexJustification;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import dev.breakwater.scanner.structured.Structured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenVEX 0.2.0, and the older form of 0.0.x with a vulnerability that is a text. */
final class OpenVexReader {

    /** What we write where the format asks for words that nobody gave. */
    static final String NOT_SAID = "Not said.";

    private final Map<String, String> head = new HashMap<>();
    private final List<VexStatement> statements = new ArrayList<>();
    private int products;

    VexDocument read(byte[] document) throws IOException {
        Structured.Visitor scalar = (field, value) -> head.put(field, value.asString(""));
        Structured.json(
                new ByteArrayInputStream(document),
                VexDocuments.OF_AN_ENTRY,
                Map.of(
                        "@id", scalar,
                        "author", scalar,
                        "timestamp", scalar,
                        "last_updated", scalar,
                        "version", scalar,
                        "statements", (none, one) -> statement(one)));
        String changed = head.getOrDefault("last_updated", head.getOrDefault("timestamp", ""));
        return new VexDocument(
                head.getOrDefault("@id", ""),
                head.getOrDefault("author", ""),
                VexText.instant("timestamp", changed),
                VexText.version(head.getOrDefault("version", "1")),
                statements);
    }

    private void statement(JsonNode one) throws UnreadableDocument {
        JsonNode vulnerability = one.path("vulnerability");
        String id = vulnerability.isString() ? vulnerability.asString() : text(vulnerability, "name");
        if (id.isEmpty()) {
            throw new UnreadableDocument("vulnerability.name", "A statement names no vulnerability");
        }
        List<String> aliases = new ArrayList<>();
        vulnerability.path("aliases").forEach(each -> aliases.add(each.asString("")));
        List<VexProduct> of = new ArrayList<>();
        for (JsonNode each : one.path("products")) {
            product(each, one.path("subcomponents"), of);
        }
        String said = text(one, "justification");
        @Nullable VexJustification justification = VexJustification.ofWord(said).orElse(null);
        if (!said.isEmpty() && justification == null) {
            throw UnreadableDocument.value("justification", said, "one of OpenVEX's, such as component_not_present");
        }
        String time = text(one, "last_updated").isEmpty() ? text(one, "timestamp") : text(one, "last_updated");
        @Nullable Instant timestamp = VexText.instant("statement.timestamp", time);
        statements.add(new VexStatement(
                id,
                aliases,
                of,
                status(text(one, "status")),
                justification,
                said(text(one, "impact_statement")),
                said(text(one, "action_statement")),
                timestamp));
    }

    private static String said(String text) {
        return text.equals(NOT_SAID) ? "" : VexText.words(text);
    }

    private static VexStatus status(String word) throws UnreadableDocument {
        return switch (word) {
            case "not_affected" -> VexStatus.NOT_AFFECTED;
            case "affected" -> VexStatus.AFFECTED;
            case "fixed" -> VexStatus.FIXED;
            case "under_investigation" -> VexStatus.UNDER_INVESTIGATION;
            default ->
                throw UnreadableDocument.value("status", word, "not_affected, affected, fixed, under_investigation");
        };
    }

    private void product(JsonNode one, JsonNode sharedSubcomponents, List<VexProduct> into) throws UnreadableDocument {
        String id = one.isString() ? one.asString() : text(one, "@id");
        String purl = text(one.path("identifiers"), "purl");
        String cpe = text(one.path("identifiers"), "cpe23");
        cpe = cpe.isEmpty() ? text(one.path("identifiers"), "cpe22") : cpe;
        String hash = text(one.path("hashes"), "sha-256").toLowerCase(Locale.ROOT);
        String digest = hash.matches("[0-9a-f]{64}") ? "sha256:" + hash : "";
        JsonNode parts = one.path("subcomponents").isEmpty() ? sharedSubcomponents : one.path("subcomponents");
        if (parts.isEmpty()) {
            add(new VexProduct(id, purl, digest, cpe, ""), into);
        }
        for (JsonNode part : parts) {
            String partId = part.isString() ? part.asString() : text(part, "@id");
            String partPurl = text(part.path("identifiers"), "purl");
            add(new VexProduct(id, purl, digest, cpe, partPurl.isEmpty() ? partId : partPurl), into);
        }
    }

    private void add(VexProduct product, List<VexProduct> into) throws UnreadableDocument {
        if (++products > VexDocuments.MOST_PRODUCTS) {
            throw new UnreadableDocument(
                    "products", "The document names more than " + VexDocuments.MOST_PRODUCTS + " products");
        }
        into.add(product);
    }
}

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** CycloneDX 1.4 to 1.7: the vulnerabilities that have an analysis. Those without one are findings, not statements. */
final class CycloneDxVexReader {

    static final String JUSTIFICATION = "breakwater:vex:justification";
    static final String ID = "breakwater:vex:id";
    static final String AUTHOR = "breakwater:vex:author";

    private static final int DEEPEST = 50;

    private record Known(
            String ref,
            String name,
            String purl,
            String digest,
            String cpe,
            @Nullable Known within) {}

    private final Map<String, Known> components = new HashMap<>();
    private final Map<String, String> head = new HashMap<>();
    private final List<VexStatement> statements = new ArrayList<>();
    private @Nullable Known subject;
    private int products;

    VexDocument read(byte[] document) throws IOException {
        Structured.Visitor scalar = (field, value) -> head.put(field, value.asString(""));
        Structured.json(
                new ByteArrayInputStream(document),
                VexDocuments.OF_AN_ENTRY,
                Map.of("serialNumber", scalar, "version", scalar, "specVersion", scalar, "metadata", this::metadata));
        if (!head.getOrDefault("specVersion", "").matches("1\\.[4-7]")) {
            throw UnreadableDocument.value("specVersion", head.getOrDefault("specVersion", ""), "1.4, 1.5, 1.6, 1.7");
        }
        Structured.json(
                new ByteArrayInputStream(document),
                VexDocuments.OF_AN_ENTRY,
                Map.of("components", (none, one) -> component(one, subject, 0)));
        Structured.json(
                new ByteArrayInputStream(document),
                VexDocuments.OF_AN_ENTRY,
                Map.of("vulnerabilities", (none, one) -> statement(one)));
        if (statements.isEmpty()) {
            throw new UnreadableDocument(
                    "vulnerabilities.analysis",
                    "The document has no vulnerability with an analysis, so it states nothing");
        }
        return new VexDocument(
                head.getOrDefault(ID, head.getOrDefault("serialNumber", "")),
                head.getOrDefault(AUTHOR, ""),
                VexText.instant("metadata.timestamp", head.getOrDefault("timestamp", "")),
                VexText.version(head.getOrDefault("version", "1")),
                statements);
    }

    private void metadata(String field, JsonNode value) throws UnreadableDocument {
        switch (field) {
            case "timestamp" -> head.put(field, value.asString(""));
            case "component" -> subject = component(value, null, 0);
            case "authors" -> head.putIfAbsent(AUTHOR, text(value.path(0), "name"));
            case "supplier", "manufacturer", "manufacture" -> head.putIfAbsent(AUTHOR, text(value, "name"));
            case "properties" -> {
                for (JsonNode each : value) {
                    if (text(each, "name").equals(ID)) {
                        head.put(ID, text(each, "value"));
                    }
                }
            }
            default -> {}
        }
    }

    private Known component(JsonNode one, @Nullable Known within, int depth) throws UnreadableDocument {
        if (depth > DEEPEST) {
            throw new UnreadableDocument("components", "components are nested deeper than " + DEEPEST);
        }
        String version = text(one, "version");
        String digest = version.matches("sha256:[0-9a-f]{64}") ? version : "";
        Known known =
                new Known(text(one, "bom-ref"), text(one, "name"), text(one, "purl"), digest, text(one, "cpe"), within);
        components.put(known.ref(), known);
        for (JsonNode inner : one.path("components")) {
            component(inner, known, depth + 1);
        }
        return known;
    }

    private void statement(JsonNode one) throws UnreadableDocument {
        JsonNode analysis = one.path("analysis");
        String state = text(analysis, "state");
        String id = text(one, "id");
        if (state.isEmpty() || id.isEmpty()) {
            return;
        }
        List<String> aliases = new ArrayList<>();
        one.path("references").forEach(each -> aliases.add(text(each, "id")));
        aliases.removeIf(each -> each.isEmpty() || each.equals(id));
        List<VexProduct> of = new ArrayList<>();
        for (JsonNode each : one.path("affects")) {
            if (++products > VexDocuments.MOST_PRODUCTS) {
                throw new UnreadableDocument(
                        "affects", "The document names more than " + VexDocuments.MOST_PRODUCTS + " products");
            }
            of.add(product(text(each, "ref")));
        }
        String updated =
                text(analysis, "lastUpdated").isEmpty() ? text(analysis, "firstIssued") : text(analysis, "lastUpdated");
        statements.add(new VexStatement(
                id,
                aliases,
                of,
                status(state),
                justification(one, text(analysis, "justification")),
                VexText.words(text(analysis, "detail")),
                action(one, analysis),
                VexText.instant("analysis.lastUpdated", updated)));
    }

    private static @Nullable VexJustification justification(JsonNode one, String word) {
        for (JsonNode each : one.path("properties")) {
            if (text(each, "name").equals(JUSTIFICATION)) {
                return VexJustification.ofWord(text(each, "value")).orElse(null);
            }
        }
        return CycloneDxJustifications.read(word);
    }

    private static String action(JsonNode one, JsonNode analysis) {
        String recommended = VexText.words(text(one, "recommendation"));
        if (!recommended.isEmpty()) {
            return recommended;
        }
        List<String> responses = new ArrayList<>();
        analysis.path("response")
                .forEach(each -> responses.add(each.asString("").replace('_', ' ')));
        return String.join(", ", responses);
    }

    private static VexStatus status(String state) throws UnreadableDocument {
        return switch (state) {
            case "not_affected", "false_positive" -> VexStatus.NOT_AFFECTED;
            case "exploitable" -> VexStatus.AFFECTED;
            case "resolved", "resolved_with_pedigree" -> VexStatus.FIXED;
            case "in_triage" -> VexStatus.UNDER_INVESTIGATION;
            default ->
                throw UnreadableDocument.value(
                        "analysis.state",
                        state,
                        "resolved, resolved_with_pedigree, exploitable, in_triage, false_positive, not_affected");
        };
    }

    /** A component of the document, the same within another, or what only another document knows (a BOM-Link). */
    private VexProduct product(String ref) {
        Known known = components.get(ref);
        if (known == null) {
            String fragment = ref.substring(ref.indexOf('#') + 1);
            String purl = fragment.startsWith("pkg") ? decoded(fragment) : "";
            return new VexProduct(ref, purl.startsWith("pkg:") ? purl : "", "", "", "");
        }
        if (known.within() == null) {
            return new VexProduct(known.ref(), known.purl(), known.digest(), known.cpe(), "");
        }
        Known whole = known.within();
        while (whole.within() != null) {
            whole = whole.within();
        }
        String part = known.purl().isEmpty() ? known.name() : known.purl();
        return new VexProduct(whole.ref(), whole.purl(), whole.digest(), whole.cpe(), part);
    }

    private static String decoded(String text) {
        try {
            return text.startsWith("pkg:") ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}

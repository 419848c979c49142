package dev.breakwater.scanner.vex;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexJustification;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import dev.breakwater.scanner.structured.Structured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** CSAF 2.0 and 2.1: what the product status, flags, threats and remediations of each vulnerability say together. */
final class CsafReader {

    private static final Map<String, VexStatus> STATUSES = Map.of(
            "known_not_affected", VexStatus.NOT_AFFECTED,
            "known_affected", VexStatus.AFFECTED,
            "first_affected", VexStatus.AFFECTED,
            "last_affected", VexStatus.AFFECTED,
            "fixed", VexStatus.FIXED,
            "first_fixed", VexStatus.FIXED,
            "under_investigation", VexStatus.UNDER_INVESTIGATION);

    private final Map<String, String> head = new HashMap<>();
    private final CsafProducts products = new CsafProducts();
    private final List<VexStatement> statements = new ArrayList<>();
    private int count;

    VexDocument read(byte[] document) throws IOException {
        Structured.json(
                new ByteArrayInputStream(document),
                VexDocuments.OF_AN_ENTRY,
                Map.of(
                        "document", this::head,
                        "product_tree", products::field));
        String version = head.getOrDefault("csaf_version", "");
        if (!version.equals("2.0") && !version.equals("2.1")) {
            throw UnreadableDocument.value("document.csaf_version", version, "2.0, 2.1");
        }
        Structured.json(
                new ByteArrayInputStream(document),
                VexDocuments.OF_AN_ENTRY,
                Map.of("vulnerabilities", (none, one) -> vulnerability(one)));
        return new VexDocument(
                head.getOrDefault("id", ""),
                head.getOrDefault("publisher", ""),
                VexText.instant("document.tracking.current_release_date", head.getOrDefault("current", "")),
                VexText.version(head.getOrDefault("version", "1")),
                statements);
    }

    private void head(String field, JsonNode value) {
        switch (field) {
            case "csaf_version" -> head.put(field, value.asString(""));
            case "publisher" -> head.put(field, text(value, "name"));
            case "tracking" -> {
                head.put("id", text(value, "id"));
                head.put("version", text(value, "version"));
                head.put("current", text(value, "current_release_date"));
            }
            default -> {}
        }
    }

    private void vulnerability(JsonNode one) throws UnreadableDocument {
        List<String> names = new ArrayList<>();
        if (one.has("cve")) {
            names.add(text(one, "cve"));
        }
        one.path("ids").forEach(each -> names.add(text(each, "text")));
        if (names.isEmpty()) {
            throw new UnreadableDocument("vulnerabilities.cve", "A vulnerability has neither a CVE nor another id");
        }
        Map<String, VexJustification> flags = flags(one.path("flags"));
        Map<String, String> impacts = details(one.path("threats"), "impact");
        Map<String, String> actions = details(one.path("remediations"), "");
        for (Map.Entry<String, JsonNode> each : one.path("product_status").properties()) {
            VexStatus status = STATUSES.get(each.getKey());
            if (status == null) {
                continue; // "recommended" says nothing of being affected
            }
            for (String id : CsafProducts.texts(each.getValue())) {
                if (++count > VexDocuments.MOST_PRODUCTS) {
                    throw new UnreadableDocument(
                            "product_status",
                            "The document names more than " + VexDocuments.MOST_PRODUCTS + " products");
                }
                statements.add(statement(names, id, status, flags.get(id), impacts, actions));
            }
        }
    }

    private VexStatement statement(
            List<String> names,
            String id,
            VexStatus status,
            @Nullable VexJustification justification,
            Map<String, String> impacts,
            Map<String, String> actions) {
        boolean isNotAffected = status == VexStatus.NOT_AFFECTED;
        return new VexStatement(
                names.getFirst(),
                names.subList(1, names.size()),
                List.of(products.product(id)),
                status,
                isNotAffected ? justification : null,
                isNotAffected ? impacts.getOrDefault(id, impacts.getOrDefault("", "")) : "",
                status == VexStatus.AFFECTED ? actions.getOrDefault(id, actions.getOrDefault("", "")) : "",
                null);
    }

    private Map<String, VexJustification> flags(JsonNode flags) {
        Map<String, VexJustification> byProduct = new HashMap<>();
        for (JsonNode each : flags) {
            VexJustification.ofWord(text(each, "label"))
                    .ifPresent(label -> products.named(each).forEach(id -> byProduct.putIfAbsent(id, label)));
        }
        return byProduct;
    }

    /** Details by product; under the empty name those that are said of all. */
    private Map<String, String> details(JsonNode list, String category) {
        Map<String, String> byProduct = new HashMap<>();
        for (JsonNode each : list) {
            String words = VexText.words(text(each, "details"));
            if (words.equals(OpenVexReader.NOT_SAID)
                    || !category.isEmpty() && !category.equals(text(each, "category"))) {
                continue;
            }
            List<String> named = products.named(each);
            (named.isEmpty() ? List.of("") : named).forEach(id -> byProduct.putIfAbsent(id, words));
        }
        return byProduct;
    }
}

package dev.breakwater.scanner.vex;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The product tree of a CSAF document (CSAF 2.0, 3.2.2): products by their id, and what is a part of what. */
final class CsafProducts {

    private static final int DEEPEST = 50;

    private record Known(String purl, String digest, String cpe) {
        static final Known NOTHING = new Known("", "", "");
    }

    private record Part(String of, String component) {}

    private final Map<String, Known> products = new HashMap<>();
    private final Map<String, Part> parts = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    /** Takes one field of {@code product_tree}. */
    void field(String field, JsonNode value) throws UnreadableDocument {
        switch (field) {
            case "branches" -> branches(value, 0);
            case "full_product_names" -> value.forEach(this::product);
            case "relationships" -> value.forEach(this::relationship);
            case "product_groups" ->
                value.forEach(each -> groups.put(text(each, "group_id"), texts(each.path("product_ids"))));
            default -> {}
        }
    }

    private void branches(JsonNode branches, int depth) throws UnreadableDocument {
        if (depth > DEEPEST) {
            throw new UnreadableDocument("product_tree.branches", "branches are nested deeper than " + DEEPEST);
        }
        for (JsonNode each : branches) {
            if (each.has("product")) {
                product(each.path("product"));
            }
            branches(each.path("branches"), depth + 1);
        }
    }

    private void product(JsonNode one) {
        JsonNode helper = one.path("product_identification_helper");
        String purl = text(helper, "purl");
        if (purl.isEmpty()) {
            // CSAF 2.1 has a list
            purl = helper.path("purls").path(0).asString("");
        }
        String hash = "";
        for (JsonNode each : helper.path("hashes").path(0).path("file_hashes")) {
            hash = text(each, "algorithm").equals("sha256")
                    ? text(each, "value").toLowerCase(Locale.ROOT)
                    : hash;
        }
        products.put(
                text(one, "product_id"),
                new Known(purl, hash.matches("[0-9a-f]{64}") ? "sha256:" + hash : "", text(helper, "cpe")));
    }

    private void relationship(JsonNode one) {
        parts.put(
                text(one.path("full_product_name"), "product_id"),
                new Part(text(one, "relates_to_product_reference"), text(one, "product_reference")));
    }

    /** What an id means. Of parts within parts the outermost is the product. */
    VexProduct product(String id) {
        Part part = parts.get(id);
        if (part == null) {
            Known known = products.getOrDefault(id, Known.NOTHING);
            return new VexProduct(id, known.purl, known.digest, known.cpe, "");
        }
        String whole = part.of;
        for (int depth = 0; depth < DEEPEST && parts.containsKey(whole); depth++) {
            whole = parts.get(whole).of;
        }
        Known known = products.getOrDefault(whole, Known.NOTHING);
        String purl = products.getOrDefault(part.component, Known.NOTHING).purl;
        return new VexProduct(whole, known.purl, known.digest, known.cpe, purl.isEmpty() ? part.component : purl);
    }

    /** The products of a field with {@code product_ids} and {@code group_ids}. */
    List<String> named(JsonNode one) {
        List<String> ids = new ArrayList<>(texts(one.path("product_ids")));
        for (String group : texts(one.path("group_ids"))) {
            ids.addAll(groups.getOrDefault(group, List.of()));
        }
        return ids;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }
}

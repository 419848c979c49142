package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.ecosystem.RedHatProducts;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The products of a CSAF document: which package of which platform an id means. */
final class CsafProducts {

    private static final int MOST = 500_000;

    /**
     * An RPM package of a platform.
     *
     * @param version with its epoch, empty = none is told
     * @param module the module and stream that it belongs to, empty = none
     */
    record Component(String ecosystem, String name, String version, String module) {}

    private record Relation(String component, String platform) {}

    private final Map<String, String> cpes = new HashMap<>();
    private final Map<String, String> purls = new HashMap<>();
    private final Map<String, Relation> relations = new HashMap<>();

    private CsafProducts() {}

    static CsafProducts of(Tree tree) throws MalformedDocument {
        CsafProducts products = new CsafProducts();
        Deque<Tree> open = new ArrayDeque<>(tree.items("branches"));
        tree.items("full_product_names").forEach(products::product);
        int seen = 0;
        while (!open.isEmpty()) {
            if (++seen > MOST) {
                throw new MalformedDocument("names more than " + MOST + " products");
            }
            Tree branch = open.pop();
            products.product(branch.get("product"));
            open.addAll(branch.items("branches"));
        }
        for (Tree relation : tree.items("relationships")) {
            products.relations.put(
                    relation.get("full_product_name").text("product_id"),
                    new Relation(relation.text("product_reference"), relation.text("relates_to_product_reference")));
        }
        return products;
    }

    private void product(Tree product) {
        String id = product.text("product_id");
        Tree helper = product.get("product_identification_helper");
        if (!helper.text("cpe").isEmpty()) {
            cpes.put(id, helper.text("cpe"));
        }
        if (!helper.text("purl").isEmpty()) {
            purls.put(id, helper.text("purl"));
        }
    }

    /** The package that an id means; empty for what is none of RPM, such as an image. */
    Optional<Component> component(String id) {
        Relation relation = relations.get(id);
        if (relation == null) {
            return Optional.empty();
        }
        // A package of a module is a component of the module, which is one of the platform.
        Relation platform = relations.get(relation.platform());
        String cpe = cpes.getOrDefault(platform == null ? relation.platform() : platform.platform(), "");
        String ecosystem = RedHatProducts.ofCpe(cpe);
        String purl = purls.getOrDefault(relation.component(), "");
        if (ecosystem.isEmpty() || !purl.startsWith("pkg:rpm/")) {
            return Optional.empty();
        }
        String path = purl.indexOf('?') < 0 ? purl : purl.substring(0, purl.indexOf('?'));
        String named = path.substring(path.lastIndexOf('/') + 1);
        int at = named.indexOf('@');
        String version = at < 0 ? "" : decoded(named.substring(at + 1));
        String epoch = qualifier(purl, "epoch");
        return Optional.of(new Component(
                ecosystem,
                decoded(at < 0 ? named : named.substring(0, at)),
                version.isEmpty() || epoch.isEmpty() || epoch.equals("0") ? version : epoch + ":" + version,
                module(qualifier(purl, "rpmmod"))));
    }

    private static String module(String qualifier) {
        String[] parts = qualifier.split(":");
        return parts.length < 2 ? qualifier : parts[0] + ":" + parts[1];
    }

    private static String qualifier(String purl, String name) {
        int question = purl.indexOf('?');
        if (question < 0) {
            return "";
        }
        for (String one : purl.substring(question + 1).split("&")) {
            if (one.startsWith(name + "=")) {
                return decoded(one.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}

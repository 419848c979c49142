package dev.breakwater.scanner.vex;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CSAF 2.0 of the profile VEX: one vulnerability each, whose statuses, flags, threats and remediations name the products. */
final class CsafWriter {

    private final Map<String, ObjectNode> names = new LinkedHashMap<>();
    private final Map<String, ObjectNode> relationships = new LinkedHashMap<>();

    private CsafWriter() {}

    static ObjectNode document(VexDocument document) {
        return new CsafWriter().written(document);
    }

    private ObjectNode written(VexDocument document) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        head(document, written.putObject("document"));
        ObjectNode tree = written.putObject("product_tree");
        ArrayNode vulnerabilities = written.putArray("vulnerabilities");
        Map<List<Object>, List<VexStatement>> byVulnerability = document.statements().stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(one.vulnerability(), one.aliases()), LinkedHashMap::new, Collectors.toList()));
        byVulnerability.values().forEach(each -> vulnerability(each, vulnerabilities.addObject()));
        if (!names.isEmpty()) {
            tree.putArray("full_product_names").addAll(names.values());
        }
        if (!relationships.isEmpty()) {
            tree.putArray("relationships").addAll(relationships.values());
        }
        return written;
    }

    private static void head(VexDocument document, ObjectNode head) {
        Instant time = document.timestamp() == null ? Instant.EPOCH : document.timestamp();
        head.put("category", "csaf_vex");
        head.put("csaf_version", "2.0");
        head.put("title", "Exploitability of vulnerabilities, " + document.id());
        ObjectNode publisher = head.putObject("publisher");
        publisher.put("category", "user");
        publisher.put("name", document.author());
        publisher.put("namespace", "https://breakwater.dev");
        ObjectNode tracking = head.putObject("tracking");
        tracking.put("id", document.id());
        tracking.put("status", "final");
        tracking.put("version", Integer.toString(document.version()));
        tracking.put("initial_release_date", time.toString());
        tracking.put("current_release_date", time.toString());
        ObjectNode revision = tracking.putArray("revision_history").addObject();
        revision.put("number", Integer.toString(document.version()));
        revision.put("date", time.toString());
        revision.put("summary", "Written by Breakwater");
    }

    private void vulnerability(List<VexStatement> statements, ObjectNode into) {
        VexStatement first = statements.getFirst();
        boolean isCve = first.vulnerability().matches("CVE-[0-9]{4}-[0-9]{4,}");
        if (isCve) {
            into.put("cve", first.vulnerability());
        } else {
            id(first.vulnerability(), into);
        }
        first.aliases().forEach(each -> id(each, into));
        ObjectNode note = into.putArray("notes").addObject();
        note.put("category", "general");
        note.put("text", "See the status of each product.");
        ObjectNode status = into.putObject("product_status");
        for (VexStatement each : statements) {
            List<String> ids = each.products().stream().map(this::id).toList();
            if (ids.isEmpty()) {
                continue;
            }
            String field = switch (each.status()) {
                case NOT_AFFECTED -> "known_not_affected";
                case AFFECTED -> "known_affected";
                case FIXED -> "fixed";
                case UNDER_INVESTIGATION -> "under_investigation";
            };
            ArrayNode list = status.withArrayProperty(field);
            Set<String> distinct = new LinkedHashSet<>(ids);
            distinct.forEach(list::add);
            details(each, distinct, into);
        }
    }

    private static void details(VexStatement one, Set<String> ids, ObjectNode into) {
        if (one.justification() != null) {
            ObjectNode flag = into.withArrayProperty("flags").addObject();
            flag.put("label", one.justification().word());
            ids.forEach(flag.putArray("product_ids")::add);
        }
        boolean isNotAffected = one.status() == VexStatus.NOT_AFFECTED;
        if (isNotAffected && (!one.impact().isEmpty() || one.justification() == null)) {
            detail(into.withArrayProperty("threats").addObject(), "impact", one.impact(), ids);
        }
        if (one.status() == VexStatus.AFFECTED) {
            String category = one.action().isEmpty() ? "none_available" : "mitigation";
            detail(into.withArrayProperty("remediations").addObject(), category, one.action(), ids);
        }
    }

    private static void detail(ObjectNode into, String category, String words, Set<String> ids) {
        into.put("category", category);
        into.put("details", words.isEmpty() ? OpenVexReader.NOT_SAID : words);
        ids.forEach(into.putArray("product_ids")::add);
    }

    private static void id(String text, ObjectNode into) {
        ObjectNode id = into.withArrayProperty("ids").addObject();
        id.put("system_name", text.split("-", 2)[0]);
        id.put("text", text);
    }

    /** The id of a product in this document, which now has it. */
    private String id(VexProduct one) {
        names.computeIfAbsent(
                one.id(), id -> name(id, one.purl(), one.hasDigestInPurl() ? "" : one.digest(), one.cpe()));
        if (one.subcomponent().isEmpty()) {
            return one.id();
        }
        String part = one.subcomponent();
        names.computeIfAbsent(part, id -> name(id, id.startsWith("pkg:") ? id : "", "", ""));
        String whole = one.id() + ":" + part;
        relationships.computeIfAbsent(whole, id -> {
            ObjectNode relationship = JsonNodeFactory.instance.objectNode();
            relationship.put("category", "default_component_of");
            relationship.put("product_reference", part);
            relationship.put("relates_to_product_reference", one.id());
            ObjectNode name = relationship.putObject("full_product_name");
            name.put("name", part + " in " + one.id());
            name.put("product_id", id);
            return relationship;
        });
        return whole;
    }

    private static ObjectNode name(String id, String purl, String digest, String cpe) {
        ObjectNode name = JsonNodeFactory.instance.objectNode();
        name.put("name", id);
        name.put("product_id", id);
        if (!purl.isEmpty() || !digest.isEmpty() || !cpe.isEmpty()) {
            ObjectNode helper = name.putObject("product_identification_helper");
            if (!purl.isEmpty()) {
                helper.put("purl", purl);
            }
            if (!cpe.isEmpty()) {
                helper.put("cpe", cpe);
            }
            if (!digest.isEmpty()) {
                ObjectNode hash = helper.putArray("hashes").addObject();
                hash.put("filename", "manifest");
                ObjectNode file = hash.putArray("file_hashes").addObject();
                file.put("algorithm", "sha256");
                file.put("value", digest.substring("sha256:".length()));
            }
        }
        return name;
    }
}

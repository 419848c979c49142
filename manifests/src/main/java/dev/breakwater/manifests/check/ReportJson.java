package dev.breakwater.manifests.check;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Missing;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Subject;
import dev.breakwater.manifests.check.Report.Unknown;
import dev.breakwater.manifests.check.Report.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON form of a report, as the command line writes it and central answers; others rely on its names. */
public final class ReportJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportJson() {}

    /** The report as one document. */
    public static ObjectNode of(Report report) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> {
            ObjectNode node = findings.addObject();
            head(node, finding.policy(), finding.severity(), finding.object());
            node.put("message", finding.message());
            node.set("evidence", JSON.valueToTree(finding.evidence()));
            node.put("known", finding.known());
        });
        ArrayNode unknown = root.putArray("unknown");
        report.unknown().forEach(each -> {
            ObjectNode node = unknown.addObject();
            head(node, each.policy(), each.severity(), each.object());
            node.set("missing", JSON.valueToTree(each.missing()));
        });
        ArrayNode unreadable = root.putArray("unreadable");
        report.unreadable().forEach(each -> {
            ObjectNode node = unreadable.addObject();
            node.put("file", each.file());
            node.put("line", each.line());
            node.put("problem", each.problem());
            if (each.index() != null) {
                node.put("index", each.index());
            }
        });
        root.put("objects", report.objects());
        root.put("policies", report.policies());
        return root;
    }

    /** The same, with the texts of the policies that it names: for a reader who has no other way to them. */
    public static ObjectNode withRules(Report report) {
        Map<UUID, Rule> named = new LinkedHashMap<>();
        report.findings().forEach(each -> named.put(each.policy().id(), each.policy()));
        report.unknown().forEach(each -> named.put(each.policy().id(), each.policy()));
        ObjectNode root = of(report);
        root.set("rules", JSON.valueToTree(List.copyOf(named.values())));
        return root;
    }

    private static void head(ObjectNode node, Rule policy, Severity severity, Subject object) {
        node.put("policy", policy.name());
        node.put("policyId", policy.id().toString());
        node.put("severity", severity.name());
        node.set("object", JSON.valueToTree(object));
    }

    /**
     * Reads a report with its rules.
     *
     * @throws IllegalArgumentException if it is no such report
     */
    public static Report read(JsonNode root) {
        try {
            Map<UUID, Rule> rules = new HashMap<>();
            for (JsonNode rule : root.required("rules")) {
                Rule read = JSON.treeToValue(rule, Rule.class);
                rules.put(read.id(), read);
            }
            return new Report(
                    all(root, "findings", node -> finding(node, rules)),
                    all(root, "unknown", node -> unknown(node, rules)),
                    all(root, "unreadable", node -> JSON.treeToValue(node, Unreadable.class)),
                    root.required("objects").asInt(),
                    root.required("policies").asInt());
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("not a report of a check", e);
        }
    }

    private static <T> List<T> all(JsonNode root, String field, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        root.required(field).forEach(node -> all.add(read.apply(node)));
        return all;
    }

    private static Finding finding(JsonNode node, Map<UUID, Rule> rules) {
        return new Finding(
                rule(node, rules),
                severity(node),
                subject(node),
                node.path("message").asString(""),
                all(node, "evidence", each -> JSON.treeToValue(each, Proof.class)),
                node.path("known").asBoolean(false));
    }

    private static Unknown unknown(JsonNode node, Map<UUID, Rule> rules) {
        return new Unknown(
                rule(node, rules),
                severity(node),
                subject(node),
                all(node, "missing", each -> JSON.treeToValue(each, Missing.class)));
    }

    private static Rule rule(JsonNode node, Map<UUID, Rule> rules) {
        Rule rule = rules.get(UUID.fromString(node.required("policyId").asString()));
        if (rule == null) {
            throw new IllegalArgumentException("a policy of the report is not among its rules");
        }
        return rule;
    }

    private static Severity severity(JsonNode node) {
        return Severity.valueOf(node.required("severity").asString());
    }

    private static Subject subject(JsonNode node) {
        return JSON.treeToValue(node.required("object"), Subject.class);
    }
}

package dev.breakwater.cli.report;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report as one JSON document; others rely on its names. */
final class JsonWriter implements Format.Writer {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public void write(Report report, Appendable out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> {
            ObjectNode node = findings.addObject();
            node.put("policy", finding.policy().name());
            node.put("policyId", finding.policy().id().toString());
            node.put("severity", finding.severity().name());
            node.set("object", JSON.valueToTree(finding.object()));
            node.put("message", finding.message());
            node.set("evidence", JSON.valueToTree(finding.evidence()));
            node.put("known", finding.known());
        });
        ArrayNode unknown = root.putArray("unknown");
        report.unknown().forEach(each -> {
            ObjectNode node = unknown.addObject();
            node.put("policy", each.policy().name());
            node.put("policyId", each.policy().id().toString());
            node.put("severity", each.severity().name());
            node.set("object", JSON.valueToTree(each.object()));
            node.set("missing", JSON.valueToTree(each.missing()));
        });
        root.set("unreadable", JSON.valueToTree(List.copyOf(report.unreadable())));
        root.put("objects", report.objects());
        out.append(JSON.writeValueAsString(root)).append('\n');
    }
}

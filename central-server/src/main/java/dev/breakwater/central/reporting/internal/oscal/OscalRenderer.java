package dev.breakwater.central.reporting.internal.oscal;

import static dev.breakwater.central.reporting.internal.oscal.OscalNames.id;
import static dev.breakwater.central.reporting.internal.oscal.OscalNames.line;
import static dev.breakwater.central.reporting.internal.oscal.OscalNames.prop;

import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.internal.content.GoneStandards;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes OSCAL 1.1.2 assessment results in JSON: one {@code result} for each standard in each cluster. */
@Component
class OscalRenderer implements ReportRenderer {

    private static final String VERSION = "1.1.2";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final ComplianceGroups groups;

    private final Attestations attestations;
    private final ControlExceptions exceptions;

    OscalRenderer(ComplianceGroups groups, Attestations attestations, ControlExceptions exceptions) {
        this.groups = groups;
        this.attestations = attestations;
        this.exceptions = exceptions;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.OSCAL;
    }

    @Override
    public void render(ReportContext context, OutputStream out) throws IOException {
        String job = context.job().id().toString();
        String plan = id(job, "plan");
        int[] written = {0};
        OscalDecisions decisions = OscalDecisions.of(context, attestations, exceptions);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeName("assessment-results");
            json.writeStartObject();
            json.writeStringProperty("uuid", id(job, "assessment-results"));
            json.writePOJOProperty("metadata", metadata(context));
            json.writePOJOProperty("import-ap", Map.of("href", "#" + plan));
            json.writeName("results");
            json.writeStartArray();
            groups.each(context, (standard, cell, controls) -> {
                json.writePOJO(
                        new OscalResult(job, standard, cell.cluster(), context.asOf(), controls, decisions).json());
                written[0]++;
            });
            if (written[0] == 0) {
                json.writePOJO(nothing(context, job));
            }
            json.writeEndArray();
            json.writePOJOProperty("back-matter", Map.of("resources", List.of(plan(plan))));
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static Map<String, Object> metadata(ReportContext context) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("title", line(context.definition().report().name()));
        metadata.put("last-modified", context.asOf().toString());
        metadata.put("version", context.job().id().toString());
        metadata.put("oscal-version", VERSION);
        metadata.put(
                "props",
                List.of(
                        prop("product-version", context.version()),
                        prop("data-as-of", context.asOf().toString())));
        metadata.put("roles", List.of(Map.of("id", "assessor", "title", "Assessor")));
        String tool = id("breakwater", "tool");
        metadata.put(
                "parties",
                List.of(Map.of("uuid", tool, "type", "organization", "name", line("Breakwater " + context.version()))));
        metadata.put("responsible-parties", List.of(Map.of("role-id", "assessor", "party-uuids", List.of(tool))));
        if (!context.goneStandards().isEmpty()) {
            metadata.put("remarks", GoneStandards.sentence(context.goneStandards()));
        }
        return metadata;
    }

    /** The checks are the plan; there is no document of its own. */
    private static Map<String, Object> plan(String uuid) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("uuid", uuid);
        plan.put("title", "The checks of Breakwater");
        plan.put(
                "description",
                "What is checked, by which check and with what is expected, stands beside each observation; there is no"
                        + " assessment plan as a document of its own.");
        return plan;
    }

    private static Map<String, Object> nothing(ReportContext context, String job) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("uuid", id(job, "result", "nothing"));
        result.put("title", "Nothing was assessed");
        result.put("description", "No cluster that this report covers was looked at yet.");
        result.put("start", context.asOf().toString());
        result.put(
                "reviewed-controls",
                Map.of(
                        "control-selections",
                        List.of(Map.of(
                                "description",
                                "All controls are to be reviewed; none was assessed yet.",
                                "include-all",
                                Map.of()))));
        return result;
    }
}

package dev.breakwater.central.reporting.internal.form;

import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.ReportTable;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Everything that stands in a report, for programs; its rows are written as they are read. */
@Component
class JsonReport implements ReportRenderer {

    /** Rises when a reader of the file has to know. */
    private static final int VERSION = 1;

    private final JsonMapper json;

    JsonReport(JsonMapper json) {
        this.json = json;
    }

    @Override
    public ReportFormat format() {
        return ReportFormat.JSON;
    }

    @Override
    public void render(ReportContext context, OutputStream out) {
        ReportDocument document = context.document();
        try (JsonGenerator to = json.createGenerator(new Unclosed(out))) {
            to.writeStartObject();
            to.writeNumberProperty("formatVersion", VERSION);
            to.writeStringProperty("kind", context.definition().report().kind().name());
            to.writeStringProperty("title", document.title());
            to.writeStringProperty("headline", document.headline());
            to.writeStringProperty("asOf", context.asOf().toString());
            to.writeStringProperty("job", context.job().id().toString());
            to.writeStringProperty("q", context.q());
            to.writeObjectPropertyStart("facts");
            for (Map.Entry<String, String> fact : document.facts()) {
                to.writeStringProperty(fact.getKey(), fact.getValue());
            }
            to.writeEndObject();
            to.writePOJOProperty("figures", document.figures());
            to.writePOJOProperty("charts", document.charts());
            to.writeArrayPropertyStart("sections");
            for (ReportDocument.Section section : document.sections()) {
                to.writeStartObject();
                to.writeStringProperty("title", section.title());
                to.writePOJOProperty("text", section.text());
                to.writeArrayPropertyStart("tables");
                section.tables().forEach(table -> table(to, table));
                to.writeEndArray();
                to.writeEndObject();
            }
            to.writeEndArray();
            to.writeName("rows");
            rows(to, document.main());
            if (document.evidence() != null) {
                to.writeName("evidence");
                rows(to, document.evidence());
            }
            to.writeEndObject();
        }
    }

    private void table(JsonGenerator to, ReportTable table) {
        to.writeStartObject();
        to.writeStringProperty("title", table.title());
        to.writeName("rows");
        rows(to, table);
        to.writeEndObject();
    }

    private void rows(JsonGenerator to, ReportTable table) {
        to.writeStartArray();
        table.rows().each(row -> {
            to.writeStartObject();
            for (int i = 0; i < table.columns().size(); i++) {
                to.writeName(table.columns().get(i).key());
                value(to, row.get(i));
            }
            to.writeEndObject();
        });
        to.writeEndArray();
    }

    private static void value(JsonGenerator to, @Nullable Object value) {
        switch (value) {
            case null -> to.writeNull();
            case Integer number -> to.writeNumber(number);
            case Long number -> to.writeNumber(number);
            case Double number -> to.writeNumber(number);
            case Boolean flag -> to.writeBoolean(flag);
            case Instant instant -> to.writeString(instant.toString());
            case UUID id -> to.writeString(id.toString());
            case List<?> values -> {
                to.writeStartArray();
                values.forEach(one -> value(to, one));
                to.writeEndArray();
            }
            default -> to.writeString(value.toString());
        }
    }
}

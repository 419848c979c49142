package dev.breakwater.cli.report;

import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.ReportJson;
import java.io.IOException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as one JSON document. */
final class JsonWriter implements Format.Writer {

    @Override
    public void write(Report report, Appendable out) throws IOException {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        out.append(json.writeValueAsString(ReportJson.of(report))).append('\n');
    }
}

package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A list of the database that is longer than paper takes. */
@CentralApplication
class LongListIT {

    private static final int ROWS = 20_000;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Lists lists;

    @Autowired
    ListDefinition<AuditEntry> entries;

    @BeforeEach
    void fill() {
        jdbc.sql("""
                insert into audit_log (at, actor, channel, action, object_type, object_id, object_name, before, after, source_ip,
                    request_id)
                select now() - n * interval '1 ms', 'Jürgen ' || n % 50, 'API', 'changed', 'long-list', 'id-' || n,
                    case n % 4 when 0 then '=SUM(A' || n || ')' when 1 then 'Prüfung, "' || n || '"' when 2 then 'two' || chr(10)
                        || 'lines ' || n else 'plain ' || n end,
                    json_build_object('replicas', n)::jsonb, json_build_object('replicas', n + 1)::jsonb, '192.0.2.1', 'r-' || n
                from generate_series(1, ?) n
                """).param(ROWS).update();
    }

    @AfterEach
    void clear() {
        jdbc.sql("delete from audit_log where object_type = 'long-list'").update();
    }

    @Test
    void isWholeAsSheetAndJsonAndPaperSaysWhereAllOfItIs() throws IOException {
        MadeReports reports = new MadeReports(api);
        JsonNode job = reports.made(
                "Twenty thousand",
                "\"kind\":\"AUDIT\",\"q\":\"object:long-list\",\"formats\":[\"CSV\",\"JSON\",\"PDF\"]");

        List<Map<String, String>> rows = reports.csv(job);
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.get("objectId")));
        assertThat(rows).hasSize(ROWS);
        assertThat(ids).hasSize(ROWS);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get("actor")).startsWith("Jürgen ");
            assertThat(row.get("at")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            assertThat(row.get("objectName")).doesNotStartWith("=");
            assertThat(row.get("change")).startsWith("replicas: ");
        });

        JsonNode json = reports.json(job);
        assertThat(json.get("rows").size()).isEqualTo(ROWS);
        assertThat(json.get("figures").get(0).get("value").asString()).isEqualTo("20,000");

        String csv = "";
        for (JsonNode file : job.get("files")) {
            csv = file.get("name").asString().endsWith(".csv")
                    ? file.get("name").asString()
                    : csv;
        }
        try (PDDocument pdf = Loader.loadPDF(reports.bytes(job, "pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("These are the first 2,000 of 20,000 rows; all of them are in the files " + csv);
        }
    }

    @Test
    void isPreviewedByItsFirstRows() {
        Api.Answer answer = api.call(
                "POST",
                "/api/v1/reports/preview",
                Api.ADMIN,
                "{\"name\":\"look\",\"kind\":\"AUDIT\",\"q\":\"object:long-list\",\"formats\":[\"PDF\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "Of the first 1,000 rows: 1,000 entries by 50 people",
                        "Who acted (of the first 1,000 rows)",
                        "These are the first 20 rows; all of them are in the report itself.")
                .doesNotContain("20,000");
    }

    /** The database hands its rows over piece by piece, so that they are never all in memory. */
    @Test
    void isReadByACursor() {
        long[] seen = {0, 0};
        lists.stream(entries, "object:long-list", "", AccessScope.EVERYTHING, row -> {
            if (seen[0]++ == 0) {
                seen[1] = jdbc.sql(
                                "select count(*) from pg_cursors where statement like '%audit_log%' and statement not like '%pg_cursors%'")
                        .query(Long.class)
                        .single();
            }
        });
        assertThat(seen[0]).isEqualTo(ROWS);
        assertThat(seen[1]).isEqualTo(1);
    }
}

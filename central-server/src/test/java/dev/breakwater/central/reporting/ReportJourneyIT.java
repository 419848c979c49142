package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.testing.VulnerableFleet;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports from their definition to their files, over REST. */
@CentralApplication
class ReportJourneyIT {

    @Autowired
    SmallFleet fleet;

    @Autowired
    VulnerableFleet vulnerable;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fillFleet() {
        fleet.present();
        vulnerable.in(fleet);
        api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void makesEveryKindInEveryForm(ReportKind kind) throws Exception {
        JsonNode job = made(define(
                "\"kind\":\"" + kind + "\",\"formats\":[\"PDF\",\"CSV\",\"JSON\",\"HTML\"]", "every form of " + kind));

        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.get("progress").asInt()).isEqualTo(100);
        assertThat(job.get("rights").asString()).isEqualTo("administrator: every cluster");
        for (JsonNode file : job.get("files")) {
            byte[] bytes = download(job, "file=" + file.get("name").asString());
            keep(file.get("name").asString(), bytes);
            assertThat(bytes).hasSize(file.get("size").asInt());
            assertThat(sha256(bytes)).isEqualTo(file.get("sha256").asString());
        }
        try (PDDocument pdf = Loader.loadPDF(download(job, "format=pdf"))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "Data as of",
                            "Made with the rights of",
                            "admin (administrator",
                            "Page 1 of " + pdf.getNumberOfPages());
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isNotBlank();
        }
        JsonNode json = JsonMapper.shared().readTree(download(job, "format=json"));
        assertThat(json.get("kind").asString()).isEqualTo(kind.name());
        assertThat(json.get("asOf").asString()).isEqualTo(job.get("dataAsOf").asString());
        assertThat(csv(job)).hasSize(json.get("rows").size() + 1);
        assertThat(new String(download(job, "format=html"), StandardCharsets.UTF_8))
                .startsWith("<!DOCTYPE html>")
                .contains("Content-Security-Policy")
                .doesNotContain("<script");
    }

    @Test
    void saysWhatTheListSays() throws Exception {
        JsonNode job = made(define(
                "\"kind\":\"VIOLATIONS\",\"clusters\":[\"reef-east\"],\"q\":\"severity:>=high\",\"formats\":[\"CSV\"]",
                "as the list"));

        List<CSVRecord> rows = csv(job);
        JsonNode list = api.get("/api/v1/violations?pageSize=500&q="
                        + Api.encoded("severity:>=high cluster:reef-east state:open platform:no"))
                .json();
        assertThat(rows.getFirst().get(0)).isEqualTo("severity");
        assertThat(rows).hasSize(list.get("items").size() + 1).hasSizeGreaterThan(1);
        assertThat(rows.stream().skip(1).map(row -> row.get(2))).containsOnly("reef-east");
    }

    @Test
    void printsNoZerosWhereNobodyLooked() throws Exception {
        JsonNode job = made(define(
                "\"kind\":\"VULNERABILITIES\",\"q\":\"cluster:nowhere\",\"formats\":[\"CSV\",\"JSON\"]",
                "of what nobody looked into"));

        JsonNode json = JsonMapper.shared().readTree(download(job, "format=json"));
        assertThat(json.get("headline").asString())
                .startsWith("Nothing is known of what is installed here. No image is known to run here.");
        assertThat(json.get("figures").findValuesAsString("value"))
                .containsExactly("not known", "not known", "not known", "not known", "0");
        assertThat(json.get("charts")).isEmpty();
        assertThat(json.get("q").asString()).isEqualTo("cluster:nowhere platform:no");
        CSVRecord first = csv(job).get(1);
        assertThat(first.get(0)).isEqualTo("not known");
        assertThat(first.toList()).contains("No image is known to run here.");
    }

    @Test
    void answersWithTheJobAndWhereItIs() {
        String id = define("\"kind\":\"AUDIT\",\"formats\":[\"CSV\"]", "where it is");

        Api.Answer answer = api.call("POST", "/api/v1/reports/" + id + "/run", Api.ADMIN, "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("location"))
                .isEqualTo("/api/v1/reports/jobs/" + answer.json().get("id").asString());
        ended(answer.json().get("id").asString());
    }

    @Test
    void showsNobodyTheAuditLogWhoMayNotReadIt() {
        String id = define("\"kind\":\"AUDIT\",\"formats\":[\"CSV\"]", "for administrators");
        JsonNode job = made(id);
        String path = "/api/v1/reports/jobs/" + job.get("id").asString();

        assertThat(api.call("GET", "/api/v1/reports/" + id, Api.ANALYST, null).status())
                .isEqualTo(404);
        assertThat(api.call("GET", path, Api.ANALYST, null).status()).isEqualTo(404);
        assertThat(api.call("GET", path + "/download?format=csv", Api.ANALYST, null)
                        .status())
                .isEqualTo(404);
        assertThat(api.call("GET", "/api/v1/reports/jobs?pageSize=500", Api.ANALYST, null)
                        .body())
                .doesNotContain("\"AUDIT\"");
        assertThat(api.call("POST", "/api/v1/reports/" + id + "/run", Api.ANALYST, "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void makesNothingForAnAccountThatIsGone() {
        String id = define("\"kind\":\"VIOLATIONS\",\"formats\":[\"CSV\"]", "of somebody who left");
        jdbc.sql("update report_definitions set author = 'left' where id = ?")
                .param(UUID.fromString(id))
                .update();

        JsonNode job = made(id);

        assertThat(job.get("state").asString()).isEqualTo("FAILED");
        assertThat(job.get("reason").asString()).isEqualTo("The account 'left' is gone, so nothing is read for it.");
        assertThat(job.get("attempts").asInt()).isEqualTo(1);
        assertThat(job.get("files")).isEmpty();
    }

    @Test
    void readsTheAuditLogForNobodyWhoMayNotReadItAnyMore() {
        String id = define("\"kind\":\"AUDIT\",\"formats\":[\"CSV\"]", "of somebody who lost a role");
        jdbc.sql("update report_definitions set author = 'analyst' where id = ?")
                .param(UUID.fromString(id))
                .update();

        assertThat(made(id).get("reason").asString()).isEqualTo("The author of the report may not read this any more.");
    }

    @Test
    void refusesWhatCannotBeMade() {
        refused("\"kind\":\"AUDIT\",\"formats\":[\"OSCAL\"]", "formats");
        refused("\"kind\":\"AUDIT\",\"formats\":[]", "formats");
        refused("\"kind\":\"VIOLATIONS\",\"formats\":[\"PDF\"],\"q\":\"nothing:here\"", "q");
        refused("\"kind\":\"VIOLATIONS\",\"formats\":[\"PDF\"],\"clusters\":[\"nowhere\"]", "clusters");
        refused("\"kind\":\"VIOLATIONS\",\"formats\":[\"PDF\"],\"standards\":[\"nist-800-190\"]", "standards");
        refused("\"kind\":\"COMPLIANCE\",\"formats\":[\"PDF\"],\"standards\":[\"none\"]", "standards");
        refused("\"kind\":\"AUDIT\",\"formats\":[\"PDF\"],\"keepDays\":0", "keepDays");
        refused("\"kind\":\"AUDIT\",\"formats\":[\"PDF\"],\"schedule\":{\"cron\":\"* * * * *\"}", "schedule/cron");
        refused(
                "\"kind\":\"AUDIT\",\"formats\":[\"PDF\"],\"destinations\":[{\"kind\":\"PIGEON\"}]",
                "destinations/kind");
    }

    private void refused(String body, String field) {
        Api.Answer answer = api.call("POST", "/api/v1/reports", Api.ADMIN, "{\"name\":\"refused\"," + body + "}");
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.body()).as(body).contains("\"" + field + "\"");
    }

    @Test
    void changesOnlyWhatWasSeen() {
        String id = define("\"kind\":\"AUDIT\",\"formats\":[\"CSV\"]", "changed twice");
        String body = "{\"name\":\"changed twice\",\"kind\":\"AUDIT\",\"formats\":[\"JSON\"],\"version\":1}";

        assertThat(api.call("PUT", "/api/v1/reports/" + id, Api.ADMIN, body)
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.call("PUT", "/api/v1/reports/" + id, Api.ADMIN, body).status())
                .isEqualTo(409);
    }

    @Test
    void previewsTheFirstRowsWithoutMakingAnything() {
        long before =
                jdbc.sql("select count(*) from report_jobs").query(Long.class).single();

        Api.Answer answer = api.call(
                "POST",
                "/api/v1/reports/preview",
                Api.ADMIN,
                "{\"name\":\"look\",\"kind\":\"VIOLATIONS\",\"formats\":[\"PDF\"]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.body())
                .contains("Violations of policies", "in the report itself", "it is not signed")
                .doesNotContain("Signed by", "Verify with", "00000000-0000");
        assertThat(jdbc.sql("select count(*) from report_jobs")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void tellsWhatAScheduleMeans() {
        JsonNode words = api.get("/api/v1/reports/schedule?zone=Europe/Berlin&cron=" + Api.encoded("30 7 * * MON"))
                .json();

        assertThat(words.get("words").asString()).isEqualTo("every Monday at 07:30 (Europe/Berlin)");
        assertThat(words.get("next")).hasSize(3);
    }

    private String define(String body, String name) {
        Api.Answer answer = api.call("POST", "/api/v1/reports", Api.ADMIN, "{\"name\":\"" + name + "\"," + body + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private JsonNode made(String id) {
        return ended(api.call("POST", "/api/v1/reports/" + id + "/run", Api.ADMIN, "")
                .json()
                .get("id")
                .asString());
    }

    private JsonNode ended(String job) {
        JudgingCentral.await(() ->
                !List.of("QUEUED", "RUNNING").contains(job(job).get("state").asString()));
        return job(job);
    }

    private JsonNode job(String id) {
        return api.get("/api/v1/reports/jobs/" + id).json();
    }

    private byte[] download(JsonNode job, String what) throws Exception {
        var response = java.net.http.HttpClient.newHttpClient()
                .send(
                        api.request("/api/v1/reports/jobs/" + job.get("id").asString() + "/download?" + what, Api.ADMIN)
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private List<CSVRecord> csv(JsonNode job) throws Exception {
        String text = new String(download(job, "format=csv"), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        return CSVFormat.RFC4180.parse(new StringReader(text.substring(1))).getRecords();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** For whoever wants to look at them: {@code -Dbreakwater.reports.keep=FOLDER}. */
    private static void keep(String name, byte[] bytes) throws IOException {
        String folder = System.getProperty("breakwater.reports.keep", "");
        if (!folder.isEmpty()) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name), bytes);
        }
    }
}

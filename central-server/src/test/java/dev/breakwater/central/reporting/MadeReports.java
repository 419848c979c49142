package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.JudgingCentral;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Defines reports over REST, has them made, and reads what was made. */
final class MadeReports {

    private final Api api;

    MadeReports(Api api) {
        this.api = api;
    }

    /**
     * Defines a report.
     *
     * @param body more of it, in JSON without its braces
     * @return its id
     */
    String define(String name, String body) {
        Api.Answer answer = api.call("POST", "/api/v1/reports", Api.ADMIN, "{\"name\":\"" + name + "\"," + body + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    /** Makes a report and waits until its job has ended. */
    JsonNode ended(String definition) {
        String id = api.call("POST", "/api/v1/reports/" + definition + "/run", Api.ADMIN, "")
                .json()
                .get("id")
                .asString();
        JudgingCentral.await(() ->
                !List.of("QUEUED", "RUNNING").contains(job(id).get("state").asString()));
        return job(id);
    }

    /** The same of one that has to come out. */
    JsonNode made(String name, String body) {
        JsonNode job = ended(define(name, body));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("DONE");
        return job;
    }

    private JsonNode job(String id) {
        return api.get("/api/v1/reports/jobs/" + id).json();
    }

    /** The bytes of a form. */
    byte[] bytes(JsonNode job, String format) {
        byte[] bytes = download(job, "format=" + format);
        keep(job, format, bytes);
        return bytes;
    }

    /** The bytes of a file by its name. */
    byte[] file(JsonNode job, String name) {
        return download(job, "file=" + name);
    }

    private byte[] download(JsonNode job, String what) {
        try {
            HttpResponse<byte[]> response = HttpClient.newHttpClient()
                    .send(
                            api.request(
                                            "/api/v1/reports/jobs/"
                                                    + job.get("id").asString() + "/download?" + what,
                                            Api.ADMIN)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(JsonNode job) {
        return JsonMapper.shared().readTree(bytes(job, "json"));
    }

    /** The rows by the names of their columns. */
    List<Map<String, String>> csv(JsonNode job) {
        return csv(bytes(job, "csv"));
    }

    /** The same of the bytes of a file. */
    List<Map<String, String>> csv(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text.substring(1)))) {
            return parser.stream().map(record -> record.toMap()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For whoever wants to look at them: {@code -Dbreakwater.reports.keep=FOLDER}. */
    private static void keep(JsonNode job, String format, byte[] bytes) {
        String folder = System.getProperty("breakwater.reports.keep", "");
        if (!folder.isEmpty()) {
            String name = job.get("name").asString().replaceAll("[^a-zA-Z0-9]+", "-") + "." + format;
            try {
                Files.write(Files.createDirectories(Path.of(folder)).resolve(name), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

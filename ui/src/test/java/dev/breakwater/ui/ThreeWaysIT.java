package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.overview.ExportFormat;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.policy.StoredPolicy;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The grid, the export and REST show the same rows in the same order: people compare them. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ThreeWaysIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    Exports exports;

    @LocalServerPort
    int port;

    @BeforeEach
    void send() {
        fixture.send();
    }

    @ParameterizedTest
    @CsvSource({
        "'', name",
        "'name:svc-1*', -risk",
        "'exposure:external', -critical",
        "'!name:svc-2', '-firstSeenAt,name'"
    })
    void workloads(String q, String sort) throws Exception {
        List<List<String>> grid = grid(
                "inventory",
                q,
                sort,
                (WorkloadRow row) -> List.of(
                        row.id().toString(), row.name(), row.namespace(), String.valueOf(row.critical()), row.owner()));
        List<String> fields = List.of("id", "name", "namespace", "critical", "owner");

        assertThat(csv("workloads", q, sort, fields)).isEqualTo(grid);
        assertThat(lines("workloads", q, sort, fields)).isEqualTo(grid);
        assertThat(rest("workloads", q, sort, fields)).isEqualTo(grid);
    }

    @ParameterizedTest
    @CsvSource({
        "'state:open', '-severity,-openedAt'",
        "'state:open severity:>=high', policy",
        "'workload:svc-1', '-policy'"
    })
    void violations(String q, String sort) throws Exception {
        List<List<String>> grid = grid(
                "violations",
                q,
                sort,
                (ViolationRow row) -> List.of(
                        row.id().toString(), row.policy(), row.severity().name(), row.state()));
        List<String> fields = List.of("id", "policy", "severity", "state");

        assertThat(csv("violations", q, sort, fields)).isEqualTo(grid);
        assertThat(lines("violations", q, sort, fields)).isEqualTo(grid);
        assertThat(rest("violations", q, sort, fields)).isEqualTo(grid);
    }

    @ParameterizedTest
    @CsvSource({"'', '-severity,name'", "'severity:>=high enabled:true', '-name'"})
    void policies(String q, String sort) throws Exception {
        List<List<String>> grid = grid(
                "policies",
                q,
                sort,
                (StoredPolicy row) -> List.of(
                        row.policy().id().toString(),
                        row.policy().name(),
                        row.policy().severity().name(),
                        String.valueOf(row.policy().enabled())));
        List<String> fields = List.of("id", "name", "severity", "enabled");

        assertThat(csv("policies", q, sort, fields)).isEqualTo(grid);
        assertThat(lines("policies", q, sort, fields)).isEqualTo(grid);
        assertThat(rest("policies", q, sort, fields)).isEqualTo(grid);
    }

    @Test
    void auditLog() throws Exception {
        String q = "object:user action:created";
        List<List<String>> grid = grid(
                "audit",
                q,
                "-at",
                (AuditEntry row) -> List.of(String.valueOf(row.id()), row.actor(), row.action(), row.objectName()));
        List<String> fields = List.of("id", "actor", "action", "objectName");

        assertThat(csv("audit-log", q, "-at", fields)).isEqualTo(grid);
        assertThat(lines("audit-log", q, "-at", fields)).isEqualTo(grid);
        assertThat(rest("audit-log", q, "-at", fields)).isEqualTo(grid);
    }

    @Test
    void clusters() throws Exception {
        List<String> fields = List.of("id", "name", "workloads");
        List<List<String>> rest = rest("clusters", "", "name", fields);

        assertThat(rest).isNotEmpty();
        assertThat(csv("clusters", "", "name", fields)).isEqualTo(rest);
        assertThat(lines("clusters", "", "name", fields)).isEqualTo(rest);
    }

    /** What the page fetches for its rows, page by page. */
    @SuppressWarnings("unchecked")
    private <T> List<List<String>> grid(String path, String q, String sort, Function<T, List<String>> cells) {
        UI.getCurrent()
                .navigate(
                        path,
                        new QueryParameters(
                                Map.of("q", List.of(q), "sort", List.of(sort), "scope", List.of("workloads:all"))));
        Grid<T> grid = $(Grid.class).single();
        int size = grid.getDataCommunicator().getItemCount();
        List<T> rows = new ArrayList<>();
        for (int offset = 0; offset < size; offset += 50) {
            ((Stream<T>) grid.getDataProvider().fetch(new Query<>(offset, 50, List.of(), null, null)))
                    .forEach(rows::add);
        }
        assertThat(rows).isNotEmpty().hasSize(size);
        return rows.stream().map(cells).toList();
    }

    private List<List<String>> csv(String list, String q, String sort, List<String> fields) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord line : format.parse(new StringReader(export(list, ExportFormat.CSV, q, sort)))) {
            rows.add(fields.stream().map(line::get).toList());
        }
        return rows;
    }

    private List<List<String>> lines(String list, String q, String sort, List<String> fields) {
        return export(list, ExportFormat.NDJSON, q, sort)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(row -> row.has("workload") && row.get("workload").has("critical") ? row.get("workload") : row)
                .map(row -> cells(row, fields))
                .toList();
    }

    private String export(String list, ExportFormat format, String q, String sort) {
        StringWriter out = new StringWriter();
        exports.write(list, format, q, sort, AccessScope.EVERYTHING, (mediaType, fileName) -> out);
        return out.toString();
    }

    private List<List<String>> rest(String list, String q, String sort, List<String> fields) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + list
                                        + "?pageSize=500&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&sort="
                                        + URLEncoder.encode(sort, StandardCharsets.UTF_8)))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(("admin:" + ConsoleFixture.PASSWORD)
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        List<List<String>> rows = new ArrayList<>();
        JsonMapper.shared().readTree(answer.body()).get("items").forEach(row -> rows.add(cells(row, fields)));
        return rows;
    }

    private static List<String> cells(JsonNode row, List<String> fields) {
        return fields.stream().map(field -> row.get(field).asString()).toList();
    }
}

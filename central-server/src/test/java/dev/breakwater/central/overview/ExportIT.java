package dev.breakwater.central.overview;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An export holds what the list holds, whole and in the list's order. */
@CentralApplication
class ExportIT {

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    @ParameterizedTest
    @CsvSource({
        "workloads,''",
        "workloads,'q=namespace:fleet-*&sort=-name,cluster'",
        "workloads,'cluster=reef-east&sort=risk'",
        "violations,''",
        "violations,'q=severity:>=high&sort=policy,workload'",
        "violations,'q=name:nothing-has-this-name'",
        "images,''",
        "images,'sort=-workloads'",
        "namespaces,''",
        "nodes,''",
        "secrets,'sort=-namespace,name'",
        "service-accounts,''",
        "policies,''",
        "policies,'q=severity:>=high enabled:true&sort=-name'",
        "compliance/results,''",
        "compliance/results,'q=outcome:fail&sort=-failed,cluster,control'",
        "checks,''",
        "scans,''",
        "clusters,''",
        "clusters,'q=name:reef-*&sort=-name'",
        "audit-log,'q=object:cluster'"
    })
    void holdsTheRowsOfTheListInItsOrder(String list, String query) throws IOException {
        String usable = query.replace(">", "%3E").replace(" ", "%20").replace("name:nothing", "workload:nothing");
        List<String> listed = listed(list, usable);
        List<String> lines = new ArrayList<>();
        export(list, "ndjson", usable)
                .body()
                .lines()
                .forEach(line -> lines.add(json(line).get("id").asString()));
        List<String> records = new ArrayList<>();
        for (CSVRecord record : csv(export(list, "csv", usable))) {
            records.add(record.get("id"));
        }
        assertThat(lines).isEqualTo(listed);
        assertThat(records).isEqualTo(listed);
    }

    @Test
    void ranksAndScoresAreThoseOfTheList() throws IOException {
        List<CSVRecord> records = csv(export("workloads", "csv", ""));
        JsonNode items = api.get("/api/v1/workloads?pageSize=500").json().get("items");
        for (int i = 0; i < records.size(); i++) {
            assertThat(records.get(i).get("riskRank"))
                    .isEqualTo(text(items.get(i).get("riskRank")));
            assertThat(records.get(i).get("riskScore"))
                    .isEqualTo(text(items.get(i).get("riskScore")));
        }
    }

    @Test
    void showsFormulasAndDoesNotRunThem() throws IOException {
        List<CSVRecord> records = csv(export("workloads", "csv", "q=name:%3Dw*"));
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.get("name")).startsWith("'=wëb-"));
    }

    @Test
    void tellsEveryPartOfAWorkload() {
        JsonNode workload = json(export("workloads", "ndjson", "q=privileged:yes")
                .body()
                .lines()
                .findFirst()
                .orElseThrow());
        assertThat(names(workload))
                .contains(
                        "id",
                        "cluster",
                        "namespace",
                        "name",
                        "kind",
                        "owner",
                        "riskScore",
                        "riskRank",
                        "images",
                        "containers",
                        "ports",
                        "volumes",
                        "serviceAccount",
                        "hostNetwork",
                        "hostPID",
                        "hostIPC")
                .doesNotContain("workload");
        JsonNode container = workload.get("containers").get(0);
        assertThat(names(container))
                .contains(
                        "name",
                        "init",
                        "image",
                        "digest",
                        "privileged",
                        "runAsUser",
                        "runAsNonRoot",
                        "readOnlyRootFilesystem",
                        "capabilitiesAdd",
                        "capabilitiesDrop",
                        "env");
        assertThat(container.get("privileged").asBoolean()).isTrue();
        assertThat(names(workload.get("ports").get(0))).contains("port", "protocol", "exposure");
        assertThat(workload.get("unknown").has("networkPolicies")).isTrue();
        JsonNode detail =
                api.get("/api/v1/workloads/" + workload.get("id").asString()).json();
        assertThat(detail).isEqualTo(workload);
    }

    @Test
    void tellsEveryPartOfAViolation() {
        JsonNode violation = json(
                export("violations", "ndjson", "").body().lines().findFirst().orElseThrow());
        assertThat(names(violation))
                .contains("id", "policy", "policyId", "severity", "state", "workload", "evidence", "openedAt");
        assertThat(names(violation.get("workload"))).contains("id", "cluster", "namespace", "kind", "name");
        assertThat(violation.get("evidence").size()).isPositive();
    }

    @Test
    void tellsTheHistoryOfAWorkload() {
        String id = api.get("/api/v1/workloads?pageSize=1&cluster=reef-east")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        JsonNode history = api.get("/api/v1/workloads/" + id + "/history").json();
        assertThat(history.get("changes").get(0).get("change").asString()).isEqualTo("FIRST_SEEN");
        assertThat(history.get("risk").get(0).get("added").isArray()).isTrue();
    }

    @Test
    void refusesWhatTheListRefuses() {
        assertProblem(api.get("/api/v1/export/workloads?format=xml"), 400, "INVALID_REQUEST")
                .names("format", "xml", "ndjson, csv");
        assertProblem(api.get("/api/v1/export/workloads?format=csv&q=colour:red"), 400, "INVALID_REQUEST");
        assertProblem(api.get("/api/v1/export/violations?sort=colour"), 400, "INVALID_REQUEST");
        assertProblem(api.get("/api/v1/export/violations?pageSize=3"), 400, "INVALID_REQUEST");
    }

    private List<String> listed(String list, String query) {
        List<String> ids = new ArrayList<>();
        String token = null;
        do {
            JsonNode page = api.get(
                            "/api/v1/" + list + "?pageSize=20&" + query + (token == null ? "" : "&pageToken=" + token))
                    .json();
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            token = page.get("nextPageToken").isNull()
                    ? null
                    : page.get("nextPageToken").asString();
        } while (token != null);
        return ids;
    }

    private Answer export(String list, String format, String query) {
        Answer answer = api.get("/api/v1/export/" + list + "?format=" + format + "&" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(format.equals("csv") ? "text/csv" : "application/x-ndjson");
        return answer;
    }

    private static List<CSVRecord> csv(Answer answer) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(answer.body()))
                .getRecords();
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}

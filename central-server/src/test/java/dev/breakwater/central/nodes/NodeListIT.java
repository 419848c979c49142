package dev.breakwater.central.nodes;

import static dev.breakwater.central.nodes.MachineFixture.evidence;
import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.scanner.MachineCodec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The list of nodes tells which machines nobody looked at, and what looks at the others found. */
@CentralApplication
class NodeListIT {

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void machines() {
        bring("listed-fresh", "a1", Instant.now());
        bring("listed-stale", "a2", Instant.now().minus(Duration.ofDays(3)));
        bring("listed-other", "a3", Instant.now());
        jdbc.sql("update node_evidence set forced = true where hostname = 'listed-other'")
                .update();
        jdbc.sql(
                        "insert into machines (id, machine_id, name, os_image, kernel_version, container_runtime, architecture,"
                                + " first_seen_at) values (?, 'a4', 'listed-never', '', '', '', '', now())")
                .param(UUID.randomUUID())
                .update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from node_evidence where hostname like 'listed-%'").update();
        jdbc.sql("delete from machines where name like 'listed-%'").update();
    }

    private void bring(String name, String id, Instant at) {
        Api.Answer taken = api.call(
                "POST",
                "/api/v1/nodes/evidence",
                Api.ADMIN,
                new String(MachineCodec.write(evidence(name, "b".repeat(20) + id, at)), StandardCharsets.UTF_8));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    }

    private List<JsonNode> rows(String q, String sort) {
        Api.Answer answer = api.get("/api/v1/nodes?pageSize=100&sort=" + sort + "&q="
                + URLEncoder.encode("name:listed-* " + q, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private List<String> names(String q, String sort) {
        return rows(q, sort).stream().map(row -> row.get("name").asString()).toList();
    }

    @Test
    void whichMachinesNobodyLookedAtIsOneFilter() {
        assertThat(names("looked:never", "name")).containsExactly("listed-never");
        assertThat(names("looked:stale", "name")).containsExactly("listed-stale");
        assertThat(names("looked:fresh", "name")).containsExactly("listed-fresh");
        assertThat(names("!looked:fresh", "name")).containsExactly("listed-never", "listed-other", "listed-stale");
        assertProblem(api.get("/api/v1/nodes?q=looked:yesterday"), 400, "INVALID_REQUEST");
    }

    @Test
    void numbersAreToldOnlyOfWhatCounts() {
        List<JsonNode> rows = rows("", "-lookedAt");

        assertThat(rows.getFirst().get("looked").asString()).isIn("FRESH", "OTHER");
        assertThat(rows.getLast().get("name").asString()).isEqualTo("listed-never");
        for (JsonNode row : rows) {
            boolean fresh = row.get("looked").asString().equals("FRESH");
            assertThat(row.hasNonNull("failedChecks")).as(row.toString()).isEqualTo(fresh);
            assertThat(row.hasNonNull("unknownChecks")).as(row.toString()).isEqualTo(fresh);
            assertThat(row.get("vulnerabilitiesKnown").asBoolean())
                    .as("no feed speaks for any of it")
                    .isFalse();
        }
    }

    @Test
    void nothingIsDoneToAMachineWithoutAClusterAndTheAnswerSaysWhy() {
        String id = rows("looked:never", "name").getFirst().get("id").asString();

        for (String path : List.of("/drain-plan", "/actions")) {
            Api.Answer answer = api.get("/api/v1/nodes/" + id + path);
            assertProblem(answer, 409, "CONFLICT");
            assertThat(answer.body()).contains("'listed-never' belongs to no cluster");
        }
        assertProblem(api.get("/api/v1/nodes/" + UUID.randomUUID() + "/actions"), 404, "NOT_FOUND");
    }

    @Test
    void checksThatFailAreFoundAndSortedBy() {
        jdbc.sql(
                        "update node_checks set failed = '{a,b}' where node_id in (select id from machines where name like 'listed-%')")
                .update();

        assertThat(names("failed:>1", "name")).containsExactly("listed-fresh");
        assertThat(names("", "-failedChecks")).first().isEqualTo("listed-fresh");
    }

    @Test
    void vulnerabilitiesAreFoundAndSortedBy() {
        jdbc.sql("update node_counts set critical = 2, high = 1, medium = 0, low = 0, unknown = 0,"
                        + " counted_at = now()"
                        + " where node_id in (select id from machines where name like 'listed-%')")
                .update();

        assertThat(names("critical:>=2", "name")).containsExactly("listed-fresh");
        assertThat(rows("critical:>0", "-critical")
                        .getFirst()
                        .get("vulnerabilities")
                        .asInt())
                .isEqualTo(3);
        assertThat(names("", "-critical")).first().isEqualTo("listed-fresh");
    }
}

package dev.breakwater.central.detection;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CentralApplication
class TriageRestIT {

    private static final String PRIVILEGED =
            "policy:\\\"Privileged container\\\" namespace:fleet-pay cluster:reef-west";

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    private JsonNode first() {
        return api.get("/api/v1/violations?pageSize=1&q="
                        + Api.encoded("policy:\"Privileged container\" namespace:fleet-pay cluster:reef-west"))
                .json()
                .get("items")
                .get(0);
    }

    private Answer post(String path, String json) {
        return api.call("POST", path, Api.ADMIN, json);
    }

    @Test
    void previewsDecidesAndUndoesOverAFilter() {
        String body = "{\"q\":\"" + PRIVILEGED + "\",\"reason\":\"migration\",\"until\":\""
                + Instant.now().plus(Duration.ofDays(30)) + "\"}";
        JsonNode preview = post("/api/v1/violations/accept?dryRun=true", body).json();
        assertThat(preview.get("id").isNull()).isTrue();
        assertThat(preview.get("changed").asInt()).isPositive();
        assertThat(first().get("state").asString()).isEqualTo("OPEN");

        JsonNode done = post("/api/v1/violations/accept", body).json();
        assertThat(done.get("changed")).isEqualTo(preview.get("changed"));
        assertThat(done.get("bySeverity").isEmpty()).isFalse();
        assertThat(first().get("state").asString()).isEqualTo("ACCEPTED");
        JsonNode listed =
                api.get("/api/v1/acceptances/" + done.get("id").asString()).json();
        assertThat(listed.get("standing")).isEqualTo(done.get("changed"));
        assertThat(listed.get("acceptance").get("acceptedBy").asString()).isEqualTo("admin");

        Answer undone = post("/api/v1/violations/decisions/" + done.get("id").asString() + "/undo", "{}");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(first().get("state").asString()).isEqualTo("OPEN");
        assertProblem(
                post("/api/v1/violations/decisions/" + done.get("id").asString() + "/undo", "{}"), 409, "CONFLICT");
    }

    @Test
    void refusesADecisionMadeOnAnOlderVersion() {
        String id = first().get("id").asString();
        String tag = api.get("/api/v1/violations/" + id).header("ETag");
        String body = "{\"ids\":[\"" + id + "\"],\"assignee\":{\"kind\":\"PERSON\",\"name\":\"admin\"}}";
        assertThat(matching(tag, body).status()).isEqualTo(200);
        assertProblem(matching(tag, body.replace("\"PERSON\"", "\"TEAM\"")), 400, "INVALID_REQUEST");
        assertProblem(matching(tag, "{\"ids\":[\"" + id + "\"]}"), 409, "OVERTAKEN");
        assertProblem(matching("\"what\"", body), 400, "INVALID_REQUEST");
        assertThat(api.get("/api/v1/violations?q=" + Api.encoded("assignee:me")).body())
                .contains(id);
        assertThat(api.call("GET", "/api/v1/violations?q=" + Api.encoded("assignee:me"), Api.ANALYST, null)
                        .body())
                .doesNotContain(id);
    }

    private Answer matching(String tag, String body) {
        HttpRequest request = api.request("/api/v1/violations/assign", Api.ADMIN)
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return api.send(request);
    }

    @Test
    void keepsTheBoundsOfWhatPeopleWrite() {
        String id = first().get("id").asString();
        String ids = "\"ids\":[\"" + id + "\"]";
        assertProblem(post("/api/v1/violations/comment", "{" + ids + ",\"body\":\" \"}"), 400, "INVALID_REQUEST");
        assertProblem(
                post("/api/v1/violations/comment", "{" + ids + ",\"body\":\"" + "x".repeat(4001) + "\"}"),
                400,
                "INVALID_REQUEST");
        assertProblem(
                post("/api/v1/violations/comment", "{" + ids + ",\"q\":\"\",\"body\":\"x\"}"), 400, "INVALID_REQUEST");
        assertProblem(post("/api/v1/violations/comment", "{\"body\":\"x\"}"), 400, "INVALID_REQUEST");
        assertProblem(
                post("/api/v1/violations/comment", "{\"q\":\"colour:red\",\"body\":\"x\"}"), 400, "INVALID_REQUEST");
        assertProblem(post("/api/v1/violations/resolve", "{" + ids + "}"), 400, "INVALID_REQUEST");
        post("/api/v1/violations/comment", "{" + ids + ",\"body\":\"<b>seen</b>\"}");
        JsonNode detail = api.get("/api/v1/violations/" + id).json();
        assertThat(detail.get("comments").get(0).get("body").asString()).isEqualTo("<b>seen</b>");
        assertThat(detail.get("history").get(0).get("actor").asString()).isEqualTo("admin");
    }

    @Test
    void excludesWithAPreviewAndTakesItBack() {
        String policy = first().get("policyId").asString();
        String body =
                "{\"policyId\":\"" + policy + "\",\"reason\":\"test\",\"scope\":{\"cluster\":\"\\\"reef-west\\\"\","
                        + "\"namespace\":\"\\\"fleet-shop\\\"\"}}";
        JsonNode preview = post("/api/v1/exclusions?dryRun=true", body).json();
        assertThat(preview.get("exclusion").isNull()).isTrue();
        assertThat(preview.get("silences").get("violations").asInt()).isPositive();

        Answer made = post("/api/v1/exclusions", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().get("exclusion").get("id").asString();
        assertThat(api.get("/api/v1/exclusions?q=state:active").body()).contains(id);
        assertThat(post("/api/v1/exclusions/" + id + "/remove", "{}")
                        .json()
                        .get("exclusion")
                        .get("state")
                        .asString())
                .isEqualTo("REMOVED");
        assertProblem(post("/api/v1/exclusions", body.replace("\\\"reef-west\\\"", "r/(")), 400, "INVALID_REQUEST");
    }
}

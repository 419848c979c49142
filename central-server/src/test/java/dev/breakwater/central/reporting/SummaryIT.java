package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The summary over REST, on a real fleet. */
@CentralApplication
class SummaryIT {

    @Autowired
    SmallFleet fleet;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    @Test
    void sumsUpAPlaceForWhoeverAsks() {
        Api.Answer answer =
                api.call("GET", "/api/v1/reports/summary?q=" + Api.encoded("cluster:reef-east"), Api.ANALYST, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("grade").asString()).isIn("A", "B", "C", "D");
        assertThat(answer.json().get("person").asString()).isEqualTo("analyst");
        assertThat(answer.json().get("scope").asString())
                .isEqualTo("cluster reef-east, all namespaces, without what the platform itself runs");
        assertThat(answer.json().get("risks")).isNotEmpty();
        assertThat(answer.json().get("blindSpots").toString()).contains("no answer");
    }

    @Test
    void leavesOutWhatThePlatformRunsUnlessItIsAskedFor() {
        String platform = "update workloads set platform = ? where cluster_id = ? and namespace = 'fleet-pay'";
        jdbc.sql(platform).params(true, SmallFleet.id("reef-east")).update();
        try {
            assertThat(watched("cluster:reef-east")).isEqualTo(watched("cluster:reef-east platform:no"));
            assertThat(watched("cluster:reef-east platform:yes,no"))
                    .isEqualTo(watched("cluster:reef-east") + SmallFleet.WORKLOADS);
            assertThat(summary("platform:yes,no").get("scope").asString())
                    .isEqualTo("all clusters, all namespaces, with what the platform itself runs");
            assertThat(summary("platform:yes").get("scope").asString()).endsWith("only what the platform itself runs");
        } finally {
            jdbc.sql(platform).params(false, SmallFleet.id("reef-east")).update();
        }
    }

    private int watched(String place) {
        for (JsonNode figure : summary(place).get("figures")) {
            if (figure.get("what").asString().equals("services watched")) {
                return Integer.parseInt(figure.get("value").asString());
            }
        }
        throw new AssertionError("no figure of what is watched");
    }

    private JsonNode summary(String place) {
        return api.get("/api/v1/reports/summary?q=" + Api.encoded(place)).json();
    }

    @Test
    void gradesNothingWhereNothingIs() {
        assertThat(api.get("/api/v1/reports/summary?q=cluster:nowhere")
                        .json()
                        .get("grade")
                        .isNull())
                .isTrue();
    }

    @Test
    void isAPdf() {
        Api.Answer answer = api.get("/api/v1/reports/summary/pdf");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        assertThat(answer.body()).startsWith("%PDF-");
    }
}

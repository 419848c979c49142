package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        assertThat(answer.json().get("scope").asString()).isEqualTo("cluster reef-east, all namespaces");
        assertThat(answer.json().get("risks")).isNotEmpty();
        assertThat(answer.json().get("blindSpots").toString()).contains("no answer");
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

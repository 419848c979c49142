package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reports of a place speak of that place in everything that they say. */
@CentralApplication
class PlaceReportIT {

    @Autowired
    SmallFleet fleet;

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    private MadeReports reports;

    @BeforeEach
    void evaluate() {
        fleet.present();
        reports = new MadeReports(api);
        api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
    }

    @Test
    void anAssessmentOfOneClusterNamesNoOther() {
        JsonNode json = assessment("cluster:reef-east");

        assertThat(texts(chart(json, "What is open, by cluster"), "name")).containsExactly("reef-east");
        assertThat(texts(section(json, "How the standards come out"), "cluster"))
                .containsOnly("reef-east");
        assertThat(texts(section(json, "What this was made from"), "cluster")).containsExactly("reef-east");
        assertThat(json.get("facts").get("Clusters").asString()).isEqualTo("those that the filter leaves");
        assertThat(opened(json))
                .isEqualTo(api.get("/api/v1/violations?pageSize=500&q="
                                + Api.encoded("state:open platform:no cluster:reef-east"))
                        .json()
                        .get("items")
                        .size());
        JsonNode shares = chart(json, "How the standards come out, over the clusters of this report");
        JsonNode both = chart(
                assessment("cluster:reef-east,reef-west"),
                "How the standards come out, over the clusters of this report");
        assertThat(controls(both)).isEqualTo(2 * controls(shares));
    }

    @Test
    void anAssessmentOfANamespaceIsAnsweredByItsWorkloads() {
        JsonNode json = assessment("namespace:fleet-pay");

        assertThat(section(json, "How the standards come out").toString())
                .contains("Only workloads of the namespaces that the filter leaves answer here");
        long whole = controls(chart(assessment(""), "How the standards come out, over the clusters of this report"));
        assertThat(controls(chart(json, "How the standards come out, over the clusters of this report")))
                .as("controls of nodes and clusters do not apply")
                .isPositive()
                .isLessThan(whole);
    }

    @Test
    void aSummaryOfAClusterAsksForNoDecisionOverAnother() {
        UUID acceptance = UUID.randomUUID();
        jdbc.sql("insert into acceptances (id, reason, accepted_by, accepted_at, ends_at, q, accepted)"
                        + " values (?, 'for now', 'admin', now(), now() + interval '9 days', '', 1)")
                .param(acceptance)
                .update();
        jdbc.sql(
                        "update violations set acceptance_id = ? where id = (select id from violations where cluster_id = ? limit 1)")
                .params(acceptance, SmallFleet.id("reef-west"))
                .update();
        try {
            assertThat(decisions("cluster:reef-west")).contains("1 acceptance ends within 30 days");
            assertThat(decisions("cluster:reef-east")).doesNotContain("acceptance");
        } finally {
            jdbc.sql("update violations set acceptance_id = null where acceptance_id = ?")
                    .param(acceptance)
                    .update();
            jdbc.sql("delete from acceptances where id = ?").param(acceptance).update();
        }
    }

    private String decisions(String place) {
        return api.get("/api/v1/reports/summary?q=" + Api.encoded(place))
                .json()
                .get("decisions")
                .toString();
    }

    private JsonNode assessment(String q) {
        return reports.json(reports.made(
                "assessment of " + q + " " + UUID.randomUUID(),
                "\"kind\":\"ASSESSMENT\",\"q\":\"" + q + "\",\"formats\":[\"JSON\"]"));
    }

    private static JsonNode chart(JsonNode json, String title) {
        return titled(json.get("charts"), title);
    }

    private static JsonNode section(JsonNode json, String title) {
        return titled(json.get("sections"), title);
    }

    private static JsonNode titled(JsonNode all, String title) {
        for (JsonNode one : all) {
            if (one.get("title").asString().equals(title)) {
                return one;
            }
        }
        throw new AssertionError("there is no " + title + " in " + all);
    }

    private static List<String> texts(JsonNode of, String field) {
        List<String> texts = new ArrayList<>();
        of.findValues(field).forEach(value -> texts.add(value.asString()));
        return texts;
    }

    private static long opened(JsonNode json) {
        return controls(chart(json, "What is open, by cluster"));
    }

    /** What the bars of a chart count, without what does not apply. */
    private static long controls(JsonNode chart) {
        long sum = 0;
        for (JsonNode bar : chart.get("bars")) {
            for (int i = 0; i < bar.get("values").size(); i++) {
                boolean counts = !chart.get("parts").get(i).asString().equals("Not applicable");
                sum += counts ? bar.get("values").get(i).asLong() : 0;
            }
        }
        return sum;
    }
}

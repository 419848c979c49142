package dev.breakwater.central.detection;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a policy would do is asked over REST by whoever may look. */
@CentralApplication
class DryRunRestIT {

    private static final String PATH = "/api/v1/policies/dry-run";
    private static final String YAML = """
            name: "Dry run: privileged"
            severity: HIGH
            stages: [DEPLOY]
            sections:
            - groups:
              - criterion: Privileged Container
                values: ["%s"]
            scopes:
            - cluster: reef-
              namespace: fleet-
            """;

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @BeforeEach
    void fill() {
        fleet.present();
    }

    @Test
    void tellsWhatWouldOpen() {
        Answer answer = api.send(api.request(PATH, Api.ANALYST)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(YAML.formatted("true")))
                .build());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode report = answer.json();
        int privileged = api.get("/api/v1/workloads?pageSize=200&q="
                        + Api.encoded("cluster:reef-* namespace:fleet-* privileged:yes"))
                .json()
                .get("items")
                .size();
        assertThat(privileged).isPositive();
        assertThat(report.get("opens").asInt()).isEqualTo(privileged);
        assertThat(report.get("opening")).hasSize(privileged);
        assertThat(report.get("opening").get(0).get("message").asString()).contains("privileged");
        assertThat(report.get("closes").asInt()).isZero();
        assertThat(report.get("savedVersion").isNull()).isTrue();
        assertThat(report.get("workloads").asInt()).isGreaterThanOrEqualTo(54);
    }

    @Test
    void namesWhatIsWrong() {
        assertProblem(
                        api.call(
                                "POST",
                                PATH,
                                Api.ADMIN,
                                "{\"name\":\"x\",\"severity\":\"HIGH\",\"stages\":[\"DEPLOY\"],\"sections\":[]}"),
                        400,
                        "INVALID_REQUEST")
                .names("/sections", "0 sections", "1 to 50");
    }
}

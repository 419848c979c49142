package dev.breakwater.central.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Clusters over HTTP in the whole of central, as it starts in production. */
@CentralApplication
class ClustersRestIT {

    @Autowired
    private Api api;

    @Test
    void createsListsAndRemovesAClusterAndItsTokens() {
        Answer created = post("/api/v1/clusters", "{\"name\":\"rest\",\"environment\":\"lab\"}");
        assertThat(created.status()).isEqualTo(201);
        String id = created.json().get("id").asString();
        assertThat(created.json().propertyNames())
                .contains("id", "name", "enrolmentToken", "expiresAt", "linkAddress", "helmCommand", "sensorCommand");

        JsonNode row = api.get("/api/v1/clusters?q=environment:lab")
                .json()
                .get("items")
                .get(0);
        assertThat(row.get("name").asString()).isEqualTo("rest");
        assertThat(row.get("health").get("word").asString()).isEqualTo("NEVER_CONNECTED");

        assertThat(post("/api/v1/clusters/" + id + "/tokens", null).status()).isEqualTo(201);
        JsonNode view = api.get("/api/v1/clusters/rest").json();
        assertThat(view.get("tokens").size()).isEqualTo(2);
        String token = view.get("tokens").get(0).get("id").asString();
        assertThat(post("/api/v1/clusters/" + id + "/tokens/" + token + "/revoke", null)
                        .status())
                .isEqualTo(204);
        assertThat(post("/api/v1/clusters/" + id + "/revoke", null).status()).isEqualTo(204);

        assertThat(delete("/api/v1/clusters/" + id).status()).isEqualTo(400);
        assertThat(delete("/api/v1/clusters/" + id + "?name=other").status()).isEqualTo(400);
        assertThat(delete("/api/v1/clusters/" + id + "?name=rest").status()).isEqualTo(204);
        assertThat(api.get("/api/v1/clusters/" + id).status()).isEqualTo(404);
    }

    @Test
    void answersBadInputWithAProblemThatNamesTheField() {
        for (String bad : List.of("{\"name\":\"Not A Label\"}", "{}", "nonsense")) {
            Answer answer = post("/api/v1/clusters", bad);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
        JsonNode problem =
                post("/api/v1/clusters", "{\"name\":\"Not A Label\"}").json();
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("name");
        post("/api/v1/clusters", "{\"name\":\"twice\"}");
        assertThat(post("/api/v1/clusters", "{\"name\":\"twice\"}").status()).isEqualTo(409);
    }

    @Test
    void letsAnAnalystReadOnly() {
        assertThat(api.call("GET", "/api/v1/clusters", Api.ANALYST, null).status())
                .isEqualTo(200);
        assertThat(api.call("POST", "/api/v1/clusters", Api.ANALYST, "{\"name\":\"forbidden\"}")
                        .status())
                .isEqualTo(403);
    }

    private Answer post(String path, @Nullable String json) {
        return api.call("POST", path, Api.ADMIN, json);
    }

    private Answer delete(String path) {
        return api.call("DELETE", path, Api.ADMIN, null);
    }
}

package dev.breakwater.central.profile;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What belongs to a person, over REST. */
@CentralApplication
class ProfileIT {

    private static final String VIEWS = "/api/v1/me/views";

    @Autowired
    Api api;

    @Test
    void everybodyHasPreferencesOfTheirOwn() {
        Answer changed = api.call(
                "PUT",
                "/api/v1/me/preferences",
                Api.ANALYST,
                "{\"theme\":\"DARK\",\"singleKeys\":false,\"columns\":{\"violations\":[\"severity\",\"policy\"]}}");
        assertThat(changed.status()).isEqualTo(200);

        JsonNode mine =
                api.call("GET", "/api/v1/me/preferences", Api.ANALYST, null).json();
        assertThat(mine.get("theme").asString()).isEqualTo("DARK");
        assertThat(mine.get("density").asString()).isEqualTo("COMPACT");
        assertThat(mine.get("singleKeys").asBoolean()).isFalse();
        assertThat(mine.get("columns").get("violations")).hasSize(2);
        assertThat(api.get("/api/v1/me/preferences").json().get("theme").asString())
                .isEqualTo("SYSTEM");
    }

    @Test
    void aSharedViewIsSeenByAllAndChangedByItsOwnerOrAnAdministrator() {
        JsonNode own = save(Api.ANALYST, "Mine", false).json();
        JsonNode shared = save(Api.ANALYST, "Ours", true).json();
        JsonNode ofAdmin = save(Api.ADMIN, "Of the administrator", true).json();

        assertThat(names(Api.ANALYST)).containsExactly("Mine", "Ours", "Of the administrator");
        assertThat(names(Api.ADMIN)).containsExactly("Of the administrator", "Ours");
        String body = "{\"name\":\"Renamed\",\"shared\":true,\"q\":\"resolved:yes\"}";
        assertProblem(api.call("PUT", path(own), Api.ADMIN, body), 404, "NOT_FOUND");
        assertProblem(api.call("PUT", path(ofAdmin), Api.ANALYST, body), 403, "FORBIDDEN");
        assertThat(api.call("PUT", path(shared), Api.ADMIN, body)
                        .json()
                        .get("owner")
                        .asString())
                .isEqualTo("analyst");
        assertThat(api.call("DELETE", path(own), Api.ANALYST, null).status()).isEqualTo(204);
        assertThat(names(Api.ANALYST)).containsExactly("Renamed", "Of the administrator");
        api.call("DELETE", path(shared), Api.ANALYST, null);
        api.call("DELETE", path(ofAdmin), Api.ADMIN, null);
    }

    @Test
    void refusesWhatCouldNotBeShown() {
        assertProblem(post("{\"list\":\"ships\",\"name\":\"x\"}"), 400, "INVALID_REQUEST")
                .names("list", "ships", "violations");
        assertProblem(post("{\"list\":\"violations\",\"name\":\" \"}"), 400, "INVALID_REQUEST")
                .names("name", "", "characters");
        assertProblem(post("{\"list\":\"violations\",\"name\":\"x\",\"q\":\"severity:grave\"}"), 400, "INVALID_REQUEST")
                .names("q/severity", "grave", "critical");
        assertProblem(post("{\"list\":\"violations\",\"name\":\"x\",\"sort\":\"colour\"}"), 400, "INVALID_REQUEST")
                .names("sort", "colour", "severity");
        save(Api.ANALYST, "Twice", false);
        assertProblem(save(Api.ANALYST, "Twice", false), 409, "CONFLICT");
    }

    private Answer save(String who, String name, boolean shared) {
        return api.call(
                "POST",
                VIEWS,
                who,
                "{\"list\":\"images\",\"name\":\"" + name + "\",\"shared\":" + shared
                        + ",\"q\":\"resolved:no\",\"sort\":\"-workloads\",\"columns\":[\"name\"],\"scope\":\"ns:pay-*\"}");
    }

    private Answer post(String body) {
        return api.call("POST", VIEWS, Api.ANALYST, body);
    }

    private List<String> names(String who) {
        return api.call("GET", VIEWS + "?list=images", who, null)
                .json()
                .get("items")
                .valueStream()
                .map(view -> view.get("name").asString())
                .filter(name -> !name.equals("Twice"))
                .toList();
    }

    private static String path(JsonNode view) {
        return VIEWS + "/" + view.get("id").asString();
    }
}

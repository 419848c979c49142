package dev.breakwater.central.policy;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Many policies are switched as one change of the set. */
@CentralApplication
class PolicySwitchIT {

    @Autowired
    Api api;

    @Autowired
    Policies policies;

    @Test
    void switchesThoseThatAreNotSoYetAndSaysWhich() {
        List<UUID> on = policies.list().stream()
                .filter(row -> row.policy().enabled())
                .limit(3)
                .map(row -> row.policy().id())
                .toList();
        long revision = policies.current().revision();

        JsonNode switched = post(on, false).get("items");
        assertThat(switched).hasSize(3);
        assertThat(on).allMatch(id -> !policies.get(id).policy().enabled());
        assertThat(policies.current().revision()).isEqualTo(revision + 1);
        assertThat(post(on, false).get("items")).isEmpty();
        assertThat(policies.current().revision()).isEqualTo(revision + 1);

        assertThat(post(on, true).get("items")).hasSize(3);
        assertThat(api.get("/api/v1/audit-log?pageSize=3")
                        .json()
                        .get("items")
                        .get(0)
                        .get("after")
                        .get("reason")
                        .asString())
                .isEqualTo("quiet week");
    }

    @Test
    void switchesNoneWhereOneDoesNotExist() {
        UUID known = policies.list().stream()
                .filter(row -> row.policy().enabled())
                .findFirst()
                .orElseThrow()
                .policy()
                .id();

        assertProblem(
                api.call("POST", "/api/v1/policies/switch", Api.ADMIN, body(List.of(known, new UUID(0, 1)), false)),
                404,
                "NOT_FOUND");

        assertThat(policies.get(known).policy().enabled()).isTrue();
    }

    @Test
    void wantsIds() {
        assertProblem(
                api.call("POST", "/api/v1/policies/switch", Api.ADMIN, body(List.of(), true)), 400, "INVALID_REQUEST");
        assertProblem(
                api.call("POST", "/api/v1/policies/switch", Api.ANALYST, body(List.of(new UUID(0, 1)), true)),
                403,
                "FORBIDDEN");
    }

    private JsonNode post(List<UUID> ids, boolean enabled) {
        return api.call("POST", "/api/v1/policies/switch", Api.ADMIN, body(ids, enabled))
                .json();
    }

    private static String body(List<UUID> ids, boolean enabled) {
        String listed = ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        return "{\"ids\":[" + listed + "],\"enabled\":" + enabled + ",\"reason\":\"quiet week\"}";
    }
}

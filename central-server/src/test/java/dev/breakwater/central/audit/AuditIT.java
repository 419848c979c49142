package dev.breakwater.central.audit;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.access.People;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A change and its audit row are there together or not at all. */
@CentralApplication
class AuditIT {

    private static final String NEW_USER =
            "{\"username\":\"%s\",\"password\":\"a long password\",\"role\":\"ANALYST\"}";

    @Autowired
    Api api;

    @Autowired
    People people;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void tellsWhoDidWhatFromWhere() {
        Answer made = api.call("POST", "/api/v1/users", Api.ADMIN, NEW_USER.formatted("audited"));
        assertThat(made.status()).isEqualTo(201);
        api.call("POST", "/api/v1/users/audited/disable", Api.ADMIN, null);
        JsonNode rows = rows("audited");
        assertThat(rows.size()).isEqualTo(2);
        JsonNode created = rows.get(1);
        assertThat(created.get("actor").asString()).isEqualTo("admin");
        assertThat(created.get("channel").asString()).isEqualTo("API");
        assertThat(created.get("action").asString()).isEqualTo("created");
        assertThat(created.get("sourceIp").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(created.get("requestId").asString()).isEqualTo(made.header("X-Request-Id"));
        assertThat(created.get("before").isNull()).isTrue();
        assertThat(created.get("after").get("role").asString()).isEqualTo("ANALYST");
        assertThat(rows.get(0).get("before").get("enabled").asBoolean()).isTrue();
        assertThat(rows.get(0).get("after").get("enabled").asBoolean()).isFalse();
        assertThat(api.get("/api/v1/audit-log").body()).doesNotContain("a long password");
    }

    @Test
    @WithMockUser(username = "tester", roles = "ADMIN")
    void goesWithTheChangeThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            people.create("undone", "a long password", Role.ANALYST);
            status.setRollbackOnly();
        });
        assertThat(people.find("undone")).isEmpty();
        assertThat(rows("undone").size()).isZero();
    }

    @Test
    @WithMockUser(username = "tester", roles = "ADMIN")
    void refusesToBeWrittenOutsideOfAChange() {
        assertThatThrownBy(() -> audit.record("did", "thing", "1", "lonely", null, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void writesNothingForARefusedChange() {
        api.call("POST", "/api/v1/users", Api.ADMIN, NEW_USER.formatted("taken-name"));
        assertProblem(api.call("POST", "/api/v1/users", Api.ADMIN, NEW_USER.formatted("taken-name")), 409, "CONFLICT");
        assertThat(rows("taken-name").size()).isEqualTo(1);
    }

    @Test
    void tellsWhoSignedInAndWhoFailedTo() {
        api.call("POST", "/api/v1/users", Api.ADMIN, NEW_USER.formatted("guest"));
        String wrong = Api.basic("guest", "a wrong password");
        assertProblem(api.call("GET", "/api/v1/summary", wrong, null), 401, "UNAUTHORIZED");
        assertProblem(api.call("GET", "/api/v1/summary", wrong, null), 401, "UNAUTHORIZED");

        JsonNode failures = api.get("/api/v1/audit-log?q=actor:guest").json().get("items");
        assertThat(failures.size()).isEqualTo(1);
        assertThat(failures.get(0).get("action").asString()).isEqualTo("failed to sign in");
        assertThat(failures.get(0).get("sourceIp").asString()).isNotEmpty();
        assertThat(failures.toString()).doesNotContain("a wrong password");
    }

    private JsonNode rows(String name) {
        return api.get("/api/v1/audit-log?q=name:" + name).json().get("items");
    }
}

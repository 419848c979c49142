package dev.breakwater.central.access;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;

/** What becomes of an account when somebody changes it. */
@CentralApplication
class AccountsIT {

    private static final String PASSWORD = "a long password";

    @Autowired
    Api api;

    @Autowired
    People people;

    @Test
    void everyChangeOfWhatAnAccountMayDoEndsTheSessionsThatBeganBefore() {
        user("accounts-kim", "ANALYST");
        int before = standing("accounts-kim");

        put("/users/accounts-kim/role", "{\"role\":\"ADMIN\"}");
        assertThat(standing("accounts-kim")).isEqualTo(before + 1);
        put("/users/accounts-kim/role", "{\"role\":\"ADMIN\"}");
        assertThat(standing("accounts-kim")).isEqualTo(before + 1);
        put("/users/accounts-kim/password", "{\"password\":\"another long password\"}");
        assertThat(standing("accounts-kim")).isEqualTo(before + 2);
        api.call("POST", "/api/v1/users/accounts-kim/disable", Api.ADMIN, null);
        assertThat(standing("accounts-kim")).isEqualTo(before + 3);
        assertThat(api.call("DELETE", "/api/v1/users/accounts-kim", Api.ADMIN, null)
                        .status())
                .isEqualTo(204);
        assertThat(people.standing("accounts-kim")).isEmpty();

        assertThat(actions("accounts-kim"))
                .containsExactly("removed", "disabled", "reset password", "changed role", "created");
    }

    @Test
    void theRoleHoldsFromTheNextRequestOn() {
        user("accounts-mo", "ANALYST");
        String mo = Api.basic("accounts-mo", PASSWORD);
        assertProblem(api.call("GET", "/api/v1/users", mo, null), 403, "FORBIDDEN");
        put("/users/accounts-mo/role", "{\"role\":\"ADMIN\"}");
        assertThat(api.call("GET", "/api/v1/users", mo, null).status()).isEqualTo(200);
        put("/users/accounts-mo/role", "{\"role\":\"ANALYST\"}");
        assertProblem(api.call("GET", "/api/v1/users", mo, null), 403, "FORBIDDEN");
    }

    @Test
    void theLastAdministratorStays() {
        for (JsonNode user :
                api.get("/api/v1/users?q=role:admin&pageSize=500").json().get("items")) {
            if (!user.get("username").asString().equals("admin")) {
                put("/users/" + user.get("username").asString() + "/role", "{\"role\":\"ANALYST\"}");
            }
        }
        assertProblem(put("/users/admin/role", "{\"role\":\"ANALYST\"}"), 409, "CONFLICT");
        assertProblem(api.call("DELETE", "/api/v1/users/admin", Api.ADMIN, null), 409, "CONFLICT");
        assertProblem(api.call("POST", "/api/v1/users/admin/disable", Api.ADMIN, null), 409, "CONFLICT");
        assertThat(api.get("/api/v1/users").status()).isEqualTo(200);
    }

    @Test
    void everybodyChangesTheirOwnPasswordKnowingIt() {
        user("accounts-ed", "ANALYST");
        String ed = Api.basic("accounts-ed", PASSWORD);
        assertProblem(own(ed, "wrong one here", "some other password"), 400, "INVALID_REQUEST")
                .names("current", "(not shown)", "present password");
        assertThat(own(ed, PASSWORD, "some other password").status()).isEqualTo(204);
        assertProblem(api.call("GET", "/api/v1/policies", ed, null), 401, "UNAUTHORIZED");
        String now = Api.basic("accounts-ed", "some other password");
        assertThat(api.call("GET", "/api/v1/policies", now, null).status()).isEqualTo(200);

        assertProblem(put("/users/accounts-ed/password", "{\"password\":\"short\"}"), 400, "INVALID_REQUEST");
    }

    @Test
    void whoFindsAPageOpenCannotGuessThePasswordThere() {
        user("accounts-open", "ANALYST");
        UsernamePasswordAuthenticationToken who =
                UsernamePasswordAuthenticationToken.authenticated("accounts-open", null, List.of());
        SecurityContextHolder.getContext().setAuthentication(who);
        try {
            IntStream.range(0, 8)
                    .forEach(
                            i -> assertThatThrownBy(() -> people.changeOwnPassword("guess " + i, "some other password"))
                                    .isInstanceOf(InvalidRequest.class));
            assertThatThrownBy(() -> people.changeOwnPassword(PASSWORD, "some other password"))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("five minutes");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eleven char",
                "aaaaaaaaaaaaaaaa",
                "abababababab",
                "my ACCOUNTS-pw secret",
                "漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢"
            })
    void refusesPasswordsThatAreShortPoorOrNameTheAccount(String password) {
        Answer answer = api.call(
                "POST",
                "/api/v1/users",
                Api.ADMIN,
                "{\"username\":\"accounts-pw\",\"password\":\"" + password + "\",\"role\":\"ANALYST\"}");
        assertProblem(answer, 400, "INVALID_REQUEST").names("password", "(not shown)", People.PASSWORD_RULE);
        assertThat(answer.body()).doesNotContain(password);
    }

    @Test
    void accountsAndTokensAreListsLikeOthers() {
        user("accounts-list-a", "ANALYST");
        user("accounts-list-b", "ANALYST");
        JsonNode page = api.get("/api/v1/users?q=user:accounts-list*&sort=-username&pageSize=1")
                .json();
        assertThat(page.get("items").get(0).get("username").asString()).isEqualTo("accounts-list-b");
        assertThat(page.get("nextPageToken").isNull()).isFalse();
        api.call(
                "POST",
                "/api/v1/api-tokens",
                Api.ADMIN,
                "{\"name\":\"accounts-t\",\"role\":\"ANALYST\",\"expiresInDays\":5}");
        JsonNode tokens =
                api.get("/api/v1/api-tokens?q=state:active%20name:accounts-t").json();
        assertThat(tokens.get("items")).hasSize(1);
        assertThat(tokens.get("items").get(0).get("hasSecret").asBoolean()).isTrue();
    }

    private Answer own(String authorization, String current, String password) {
        return api.call(
                "PUT",
                "/api/v1/me/password",
                authorization,
                "{\"current\":\"" + current + "\",\"password\":\"" + password + "\"}");
    }

    private Answer put(String path, String body) {
        return api.call("PUT", "/api/v1" + path, Api.ADMIN, body);
    }

    private int standing(String name) {
        return people.standing(name).orElseThrow().number();
    }

    private List<String> actions(String name) {
        List<String> actions = new java.util.ArrayList<>();
        api.get("/api/v1/audit-log?q=object:user%20name:" + name)
                .json()
                .get("items")
                .forEach(row -> actions.add(row.get("action").asString()));
        return actions;
    }

    private void user(String name, String role) {
        Answer made = api.call(
                "POST",
                "/api/v1/users",
                Api.ADMIN,
                "{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"role\":\"" + role + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }
}

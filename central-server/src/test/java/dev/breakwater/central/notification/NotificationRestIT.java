package dev.breakwater.central.notification;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Targets, rules and deliveries over REST. */
@CentralApplication
class NotificationRestIT {

    private static final String MAIL = """
            {"name":"NAME","kind":"EMAIL","secret":"s3cret-of-mail","email":{"host":"mail.example.com","port":587,
            "tls":"STARTTLS","username":"u","from":"a@example.com","to":["b@example.com"]}}""";

    @Autowired
    Api api;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void clear() {
        jdbc.sql("delete from notification_rules").update();
        jdbc.sql("delete from notifiers").update();
    }

    @Test
    void aSecretIsWrittenAndNeverRead() {
        String id = made(MAIL.replace("NAME", "rest mail"));
        for (String path :
                List.of("/api/v1/notifiers", "/api/v1/notifiers/" + id, "/api/v1/export", "/api/v1/audit-log")) {
            assertThat(api.get(path).body()).as(path).doesNotContain("s3cret-of-mail");
        }
        JsonNode target = api.get("/api/v1/notifiers/" + id).json();
        assertThat(target.get("secretSet").asBoolean()).isTrue();
        assertThat(target.has("secret")).isFalse();

        // It stays with everything else changed, but goes to no other server.
        String renamed = MAIL.replace("NAME", "rest mail 2").replace("\"secret\":\"s3cret-of-mail\",", "");
        assertThat(api.call("PUT", "/api/v1/notifiers/" + id, Api.ADMIN, renamed)
                        .json()
                        .get("secretSet")
                        .asBoolean())
                .isTrue();
        assertProblem(
                        api.call(
                                "PUT",
                                "/api/v1/notifiers/" + id,
                                Api.ADMIN,
                                renamed.replace("mail.example.com", "evil.example.com")),
                        400,
                        "INVALID_REQUEST")
                .names("secret", "", "the password once more");
        assertProblem(
                        api.call(
                                "POST",
                                "/api/v1/notifiers/test?id=" + id,
                                Api.ADMIN,
                                renamed.replace("mail.example.com", "evil.example.com")),
                        400,
                        "INVALID_REQUEST")
                .names("secret", "", "password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"NAME\"'|'\"a\\u000ab\"'|name|letters",
                "587|0|email/port|65535",
                "587|70000|email/port|65535",
                "STARTTLS|NONE|email/tls|never sent in the clear",
                "b@example.com|b@example.com\\u000d\\u000aBcc: c@example.com|email/to|an address such as",
                "b@example.com|b@example.com,c@example.com|email/to|an address such as",
                "a@example.com|nobody|email/from|an address such as",
                "mail.example.com|169.254.169.254|email/host|never go to",
                "mail.example.com|127.0.0.1|email/host|allowed-targets",
                "mail.example.com|10.0.0.1|email/host|allowed-targets",
                "mail.example.com|a b|email/host|a name such as"
            })
    void saysWhatIsWrongWithATarget(String what, String instead, String field, String allowed) {
        assertProblem(
                        api.call(
                                "POST",
                                "/api/v1/notifiers",
                                Api.ADMIN,
                                MAIL.replace(what, instead).replace("NAME", "rest bad")),
                        400,
                        "INVALID_REQUEST")
                .names(field, "", allowed);
        assertThat(api.get("/api/v1/notifiers").json().get("items").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com/",
        "https://user:pass@example.com/",
        "https://example.com/#a",
        "https:///nowhere",
        "javascript:alert(1)",
        "https://example.com:99999/",
        "not a url"
    })
    void saysWhatIsWrongWithAnAddress(String url) {
        assertProblem(
                        api.call(
                                "POST",
                                "/api/v1/notifiers",
                                Api.ADMIN,
                                "{\"name\":\"rest hook\",\"kind\":\"WEBHOOK\",\"secret\":\"0123456789abcdef\",\"webhook\":{\"url\":\""
                                        + url + "\"}}"),
                        400,
                        "INVALID_REQUEST")
                .names("webhook/url", url, "https://hooks.example.com");
    }

    @Test
    void rulesKeepTheirOrderAndForgetTargetsThatAreGone() {
        String id = made(MAIL.replace("NAME", "rest rules"));
        String first = rule("first", id);
        String second = rule("second", id);
        assertProblem(
                        api.call("PUT", "/api/v1/notification-rules/order", Api.ADMIN, "{\"ids\":[\"" + first + "\"]}"),
                        400,
                        "INVALID_REQUEST")
                .names("ids", "1 ids", "all 2 rules");
        JsonNode ordered = api.call(
                        "PUT",
                        "/api/v1/notification-rules/order",
                        Api.ADMIN,
                        "{\"ids\":[\"" + second + "\",\"" + first + "\"]}")
                .json();
        assertThat(ordered.get("items").get(0).get("id").asString()).isEqualTo(second);
        assertThat(ordered.get("items").get(0).get("position").asInt()).isEqualTo(1);
        assertProblem(
                        api.call(
                                "POST",
                                "/api/v1/notification-rules",
                                Api.ADMIN,
                                "{\"name\":\"none\",\"events\":[\"VIOLATION_OPENED\"]}"),
                        400,
                        "INVALID_REQUEST")
                .names("notifiers", "", "at least one target");

        assertThat(api.call("DELETE", "/api/v1/notifiers/" + id, Api.ADMIN, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/notification-rules/" + first)
                        .json()
                        .get("rule")
                        .get("notifiers")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void analystsSeeNothingOfIt() {
        for (String path : List.of("/notifiers", "/notification-rules", "/notifications/deliveries")) {
            assertThat(api.call("GET", "/api/v1" + path, Api.ANALYST, null).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void arrivesByAnImportWithoutItsSecret() {
        String id = made(MAIL.replace("NAME", "rest carried"));
        rule("carried", id);
        String file = api.get("/api/v1/export").body();
        assertThat(file).contains("\"notifiers\"").contains("rest carried").contains("\"notificationRules\"");
        clear();
        api.call("POST", "/api/v1/import?onConflict=OVERWRITE&skip=decisions,policies,exclusions", Api.ADMIN, file);
        JsonNode target = api.get("/api/v1/notifiers/" + id).json();
        assertThat(target.get("secretSet").asBoolean()).isFalse();
        assertThat(target.get("secretMissing").asBoolean()).isTrue();
        assertThat(api.get("/api/v1/notification-rules")
                        .json()
                        .get("items")
                        .get(0)
                        .get("rule")
                        .get("name")
                        .asString())
                .isEqualTo("carried");
    }

    private String made(String json) {
        Api.Answer answer = api.call("POST", "/api/v1/notifiers", Api.ADMIN, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private String rule(String name, String target) {
        Api.Answer answer = api.call(
                "POST",
                "/api/v1/notification-rules",
                Api.ADMIN,
                "{\"name\":\"" + name + "\",\"events\":[\"VIOLATION_OPENED\"],\"notifiers\":[\"" + target + "\"]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }
}

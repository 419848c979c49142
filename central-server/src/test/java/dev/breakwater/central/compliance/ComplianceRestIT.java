package dev.breakwater.central.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.Api.Answer;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Standards that people write, and exceptions that another person approves, as a client meets them. */
@CentralApplication
class ComplianceRestIT {

    private static final String STANDARDS = "/api/v1/compliance/standards";
    private static final String EXCEPTIONS = "/api/v1/compliance/exceptions";
    private static final String BOB = Api.basic("bob-of-compliance", "somebody else altogether");
    private static final String OWN = """
            id: reef-baseline
            name: Reef baseline
            sections:
              - id: '1'
                title: Workloads
                controls:
                  - {id: '1.1', title: Seccomp, asks: A profile is asked for., checks: [seccomp-set]}
                  - {id: '1.2', title: Restores, asks: Data can be restored., attest: 'When was a restore last tried?'}
            """;
    private static final String PROFILE = """
            id: reef-profile
            name: Reef profile
            extends: reef-baseline
            without:
              - {control: '1.2', reason: Nothing is kept here.}
            """;

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @BeforeEach
    void fill() {
        fleet.present();
        api.call(
                "POST",
                "/api/v1/users",
                Api.ADMIN,
                "{\"username\":\"bob-of-compliance\",\"password\":\"somebody else altogether\",\"role\":\"ADMIN\"}");
    }

    @Test
    void aStandardOfOnesOwnIsCheckedExtendedDeletedAndBroughtBack() {
        Answer wrong = api.call("POST", STANDARDS, Api.ADMIN, OWN.replace("[seccomp-set]", "[nothing]"));
        assertThat(wrong.status()).isEqualTo(400);
        JsonNode error = wrong.json().get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo("line 7: sections[0].controls[0].checks[0]");
        assertThat(error.get("value").asString()).isEqualTo("nothing");
        assertThat(error.get("allowed").asString()).contains("id of a check");

        assertThat(api.call("POST", STANDARDS + "/check", Api.ADMIN, OWN).status())
                .isEqualTo(200);
        assertThat(api.get(STANDARDS).body()).doesNotContain("reef-baseline");
        assertThat(api.call("POST", STANDARDS, Api.ANALYST, OWN).status()).isEqualTo(403);
        Answer made = api.call("POST", STANDARDS, Api.ADMIN, OWN);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(api.call("POST", STANDARDS, Api.ADMIN, OWN).status()).isEqualTo(409);
        assertThat(results("reef-baseline").size()).isEqualTo(4);

        Answer profile = api.call("POST", STANDARDS, Api.ADMIN, PROFILE);
        assertThat(profile.status()).as(profile.body()).isEqualTo(201);
        assertThat(profile.json().get("left").get("1.2").asString()).isEqualTo("Nothing is kept here.");
        assertThat(results("reef-profile").size()).isEqualTo(2);

        assertThat(api.call("DELETE", STANDARDS + "/reef-baseline", Api.ADMIN, null)
                        .status())
                .isEqualTo(409);
        int version = made.json().get("version").asInt();
        Answer changed = api.call(
                "PUT", STANDARDS + "/reef-baseline?version=" + version, Api.ADMIN, OWN.replace("Restores", "Backups"));
        assertThat(changed.json().get("version").asInt()).isEqualTo(version + 1);
        assertThat(api.call("PUT", STANDARDS + "/reef-baseline?version=" + version, Api.ADMIN, OWN)
                        .status())
                .isEqualTo(409);
        assertThat(api.call("DELETE", STANDARDS + "/reef-profile", Api.ADMIN, null)
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/compliance/results?standard=reef-profile").status())
                .isEqualTo(404);
        assertThat(api.call("POST", STANDARDS + "/reef-profile/restore", Api.ADMIN, "")
                        .status())
                .isEqualTo(200);
        assertThat(results("reef-profile").size()).isEqualTo(2);
        assertThat(api.get("/api/v1/audit-log?q=object:standard").body()).contains("reef-profile");

        JsonNode carried = api.get("/api/v1/export").json();
        assertThat(carried.toString()).contains("reef-baseline");
        api.call("DELETE", STANDARDS + "/reef-profile", Api.ADMIN, null);
        api.call("DELETE", STANDARDS + "/reef-baseline", Api.ADMIN, null);
    }

    @Test
    void anExceptionHoldsWhenAnotherPersonApprovesAndRaisesNoPercentage() {
        api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
        JsonNode before = control();
        JsonNode sample = api.get("/api/v1/compliance/checks/pss-seccomp-set/objects?cluster=" + cluster())
                .json()
                .get(0);
        String body =
                "{\"standard\":\"pod-security-restricted\",\"control\":\"SeccompSet\",\"clusterId\":\"" + cluster()
                        + "\",\"namespace\":\"" + sample.get("namespace").asString() + "\",\"kind\":\""
                        + sample.get("kind").asString() + "\",\"name\":\""
                        + sample.get("name").asString()
                        + "\",\"reason\":\"It is replaced next month.\",\"endsAt\":\""
                        + Instant.now().plus(Duration.ofDays(30)) + "\"}";
        assertThat(api.call("POST", EXCEPTIONS, Api.ADMIN, body.replace("It is replaced next month.", " "))
                        .status())
                .isEqualTo(400);
        assertThat(api.call("POST", EXCEPTIONS, Api.ADMIN, body.replace("SeccompSet", "Nothing"))
                        .status())
                .isEqualTo(400);
        assertThat(api.call("POST", EXCEPTIONS, Api.ANALYST, body).status()).isEqualTo(403);
        Answer asked = api.call("POST", EXCEPTIONS, Api.ADMIN, body);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String path = EXCEPTIONS + "/" + asked.json().get("id").asString();
        assertThat(api.call("POST", path + "/approve", Api.ADMIN, "{}").body()).contains("Another person");
        assertThat(api.call("POST", path + "/approve", api.token(Role.ADMIN), "{}")
                        .status())
                .isEqualTo(409);
        assertThat(control().get("failed").asLong())
                .isEqualTo(before.get("failed").asLong());

        Answer approved = api.call("POST", path + "/approve", BOB, "{\"note\":\"agreed\"}");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        JsonNode during = control();
        assertThat(during.get("failed").asLong()).isEqualTo(before.get("failed").asLong() - 1);
        assertThat(during.get("excepted").asLong()).isEqualTo(1);
        assertThat(during.get("passed").asLong()).isEqualTo(before.get("passed").asLong());
        assertThat(api.get("/api/v1/compliance/checks/pss-seccomp-set/objects?cluster=" + cluster())
                        .body())
                .contains("\"exceptionId\":\"" + asked.json().get("id").asString());
        assertThat(api.get(EXCEPTIONS + "?q=state:approved").body()).contains("It is replaced next month.");

        assertThat(api.call("POST", path + "/end", Api.ADMIN, "{}").status()).isEqualTo(200);
        assertThat(control().get("failed").asLong())
                .isEqualTo(before.get("failed").asLong());
        assertThat(control().get("excepted").asLong()).isZero();
    }

    @Test
    void anAttestationTakesAFileThatIsHandedOutAsItCame() {
        byte[] content = "minutes of the 3rd of November".getBytes(StandardCharsets.UTF_8);
        Map<String, String> texts = Map.of(
                "standard",
                "nist-800-190",
                "control",
                "4.2.3",
                "clusterId",
                cluster(),
                "statement",
                "Robot accounts; see the minutes.",
                "validUntil",
                Instant.now().plus(Duration.ofDays(30)).toString());
        String path = "/api/v1/compliance/attestations";
        assertThat(api.form(path, Api.ANALYST, texts, "minutes.html", "text/html", content)
                        .status())
                .isEqualTo(403);
        assertThat(api.form(path, Api.ADMIN, texts, "minutes.html", "text/html", new byte[0])
                        .body())
                .contains("1 to 5242880 bytes");
        assertThat(api.form(path, Api.ADMIN, texts, "minutes.html", "text/html", new byte[(5 << 20) + 1])
                        .status())
                .isEqualTo(400);

        Answer made =
                api.form(path, Api.ADMIN, texts, "../../etc/min\u00fctes.html", "text/html; charset=utf-8", content);

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        JsonNode file = made.json().get("file");
        assertThat(file.get("name").asString()).isEqualTo("min\u00fctes.html");
        assertThat(file.get("mediaType").asString()).isEqualTo("text/html");
        assertThat(file.get("size").asInt()).isEqualTo(content.length);
        assertThat(file.get("sha256").asString()).hasSize(64);
        String of = path + "/" + made.json().get("id").asString();
        Answer handed = api.call("GET", of + "/file", Api.ANALYST, null);
        assertThat(handed.body()).isEqualTo("minutes of the 3rd of November");
        assertThat(handed.contentType()).isEqualTo("application/octet-stream");
        assertThat(handed.header("Content-Disposition")).startsWith("attachment");
        assertThat(handed.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.get("/api/v1/compliance/results/4.2.3?standard=nist-800-190")
                        .body())
                .contains("min\u00fctes.html");
        assertThat(api.get("/api/v1/audit-log?q=object:control").body()).contains("min\u00fctes.html");
        assertThat(api.call("GET", path + "/" + UUID.randomUUID() + "/file", Api.ADMIN, null)
                        .status())
                .isEqualTo(404);
        assertThat(api.call("DELETE", of, Api.ADMIN, null).status()).isEqualTo(204);
    }

    private static String cluster() {
        return SmallFleet.id(SmallFleet.CLUSTERS.getFirst()).toString();
    }

    private JsonNode control() {
        return api.get("/api/v1/compliance/results?standard=pod-security-restricted&cluster=" + cluster()
                        + "&q=control:SeccompSet")
                .json()
                .get("items")
                .get(0);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(api.get("/api/v1/compliance/results?standard=nope").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/compliance/results?cluster=nope").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/compliance/cells?owner=nobody-at-all").status())
                .isEqualTo(400);
    }

    private JsonNode results(String standard) {
        return api.get("/api/v1/compliance/results?standard=" + standard).json().get("items");
    }
}

package dev.breakwater.central.sealing;

import static dev.breakwater.central.testing.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.seal.DayChain;
import dev.breakwater.seal.SealKeys;
import dev.breakwater.seal.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Keys and days over HTTP. */
@CentralApplication
class SealingRestIT {

    @Autowired
    Api api;

    @TempDir
    Path work;

    @Test
    void handsOutThePublicKeyAsAFileThatItsFingerprintNames() throws IOException {
        String fingerprint =
                api.get("/api/v1/sealing/keys").json().get(0).get("fingerprint").asString();
        Api.Answer pem = api.call("GET", "/api/v1/sealing/keys/current.pem", Api.ANALYST, null);
        Path file = Files.writeString(work.resolve("central.pub"), pem.body());
        assertThat(SealKeys.fingerprint(SealKeys.readPublic(file))).isEqualTo(fingerprint);
        assertThat(api.get("/api/v1/sealing/keys").body())
                .doesNotContain("encrypted")
                .doesNotContain("PRIVATE");
    }

    @Test
    void rotatesForAReasonAndStaysVerifiable() throws IOException {
        String before = api.get("/api/v1/sealing/days/head").json().get("hash").asString();
        String fresh = api.call("POST", "/api/v1/sealing/keys/rotate", Api.ADMIN, "{\"reason\":\"yearly\"}")
                .json()
                .get("fingerprint")
                .asString();
        JsonNode keys = api.get("/api/v1/sealing/keys").json();
        assertThat(keys.get(0).get("fingerprint").asString()).isEqualTo(fresh);
        assertThat(keys.get(1).get("retiredAt").asString()).isNotEmpty();
        assertProblem(
                api.call("POST", "/api/v1/sealing/keys/rotate", Api.ADMIN, "{\"reason\":\"\"}"),
                400,
                "INVALID_REQUEST");
        assertThat(api.get("/api/v1/audit-log?q=" + Api.encoded("action:rotated"))
                        .body())
                .contains(fresh)
                .contains("yearly");

        Set<String> fingerprints = new HashSet<>();
        keys.forEach(key -> fingerprints.add(key.get("fingerprint").asString()));
        DayChain chain =
                DayChain.read(api.get("/api/v1/sealing/days/export").body().getBytes(StandardCharsets.UTF_8));
        chain.require(new Trust(fingerprints), before);
        JsonNode verification = api.get("/api/v1/sealing/days/verification").json();
        assertThat(verification.get("days").asInt()).isEqualTo(chain.days().size());
        assertThat(verification.get("head").get("hash").asString())
                .isEqualTo(chain.days().getLast().hash());
    }
}

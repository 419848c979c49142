package dev.breakwater.central.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.SealRefused;
import dev.breakwater.seal.SealedBundle;
import dev.breakwater.seal.Trust;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a definition to a bundle that verifies by the fingerprint, over REST. */
@CentralApplication
class SealedReportIT {

    @Autowired
    SmallFleet fleet;

    @Autowired
    Api api;

    @Test
    void handsOutABundleThatVerifiesByTheFingerprintOfTheKey() throws Exception {
        fleet.present();
        api.call("POST", "/api/v1/compliance/runs", Api.ADMIN, "");
        String definition = api.call("POST", "/api/v1/reports", Api.ADMIN, """
            {"name":"sealed","kind":"COMPLIANCE","standards":["nist-800-190"],"formats":["PDF","CSV","OSCAL"]}
            """)
                .json()
                .get("id")
                .asString();
        String id = api.call("POST", "/api/v1/reports/" + definition + "/run", Api.ADMIN, "")
                .json()
                .get("id")
                .asString();
        JudgingCentral.await(() ->
                !List.of("QUEUED", "RUNNING").contains(job(id).get("state").asString()));
        assertThat(job(id).get("state").asString()).as(job(id).toString()).isEqualTo("DONE");

        byte[] bundle = bytes("/api/v1/reports/jobs/" + id + "/bundle");
        String fingerprint =
                api.get("/api/v1/sealing/keys").json().get(0).get("fingerprint").asString();
        Manifest manifest = SealedBundle.verify(new ByteArrayInputStream(bundle), new Trust(Set.of(fingerprint)))
                .manifest();
        assertThat(manifest.files())
                .extracting(Manifest.Part::name)
                .satisfiesExactly(
                        pdf -> assertThat(pdf).endsWith(".pdf"),
                        csv -> assertThat(csv).endsWith(".csv"),
                        evidence -> assertThat(evidence).endsWith("-evidence.csv"),
                        oscal -> assertThat(oscal).endsWith(".oscal.json"));
        assertThat(manifest.report().job()).isEqualTo(id);
        assertThat(manifest.versions()).containsKeys("breakwater", "standard nist-800-190");
        assertThat(manifest.evidence()).isNotEmpty().allMatch(one -> one.name().startsWith("nist-800-190 in "));
        assertThat(manifest.chain().hash())
                .isEqualTo(
                        api.get("/api/v1/sealing/days/head").json().get("hash").asString());
        try (PDDocument pdf = Loader.loadPDF(bytes("/api/v1/reports/jobs/" + id + "/download?format=pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains(fingerprint)
                    .contains(manifest.chain().hash());
        }
        assertThat(api.get("/api/v1/reports/jobs/" + id + "/download?format=oscal")
                        .body())
                .contains("assessment-results");

        api.call("POST", "/api/v1/sealing/keys/rotate", Api.ADMIN, "{\"reason\":\"yearly\"}");
        String next =
                api.get("/api/v1/sealing/keys").json().get(0).get("fingerprint").asString();
        assertThat(next).isNotEqualTo(fingerprint);
        byte[] later = bytes("/api/v1/reports/jobs/" + id + "/bundle");
        assertThat(later).as("the same bytes after a rotation").isEqualTo(bundle);
        SealedBundle.verify(new ByteArrayInputStream(later), new Trust(Set.of(fingerprint)));
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(() -> SealedBundle.verify(new ByteArrayInputStream(later), new Trust(Set.of(next))))
                .matches(refused -> refused.reason() == SealRefused.Reason.UNKNOWN_SIGNER);

        bundle[bundle.length / 2] ^= 1;
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(
                        () -> SealedBundle.verify(new ByteArrayInputStream(bundle), new Trust(Set.of(fingerprint))));
    }

    private JsonNode job(String id) {
        return api.get("/api/v1/reports/jobs/" + id).json();
    }

    private byte[] bytes(String path) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(api.request(path, Api.ANALYST).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}

package dev.breakwater.central.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.overview.Coverage;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.model.ImageScan;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CentralApplication
class ImagesApiIT {

    private static final String DIGEST = "sha256:" + "ab".repeat(32);

    private static final String CYCLONEDX = """
            {"bomFormat":"CycloneDX","specVersion":"1.6","version":1,
             "metadata":{"timestamp":"%s","tools":{"components":[{"type":"application","name":"syft","version":"1.18.0"}]}},
             "components":[
              {"type":"library","name":"left-pad","version":"1.3.0","purl":"pkg:npm/left-pad@1.3.0"},
              {"type":"library","name":"requests","version":"2.31.0","purl":"pkg:pypi/requests@2.31.0"}]}
            """;

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ScannedImages scanned;

    @Autowired
    ImageReports reports;

    @Autowired
    KnownImages known;

    @Autowired
    Images images;

    @Autowired
    Vulnerabilities vulnerabilities;

    @Autowired
    Coverage coverage;

    @BeforeEach
    void fillFleet() {
        fleet.present();
    }

    @Test
    void whatNobodyLookedIntoIsNotAnsweredAsIfNothingWereFound() {
        for (String unknown : List.of("nope", "sha256:zz", "sha256:" + "00".repeat(32))) {
            assertThat(api.get("/api/v1/images/" + unknown + "/vulnerabilities").status())
                    .as(unknown)
                    .isEqualTo(404);
        }
        UUID unseen = UUID.randomUUID();
        jdbc.sql("insert into images (id, name, registry, repository, tag, first_seen_at)"
                        + " values (?, 'registry.example.com/unseen:1', 'registry.example.com', 'unseen', '1', now())")
                .param(unseen)
                .update();
        String image = "/api/v1/images/" + unseen;
        for (String part : List.of("vulnerabilities", "packages", "layers", "secrets")) {
            JsonNode answer = api.get(image + "/" + part).json();
            assertThat(answer.get("items")).as(part).isEmpty();
            assertThat(answer.get("state").asString()).as(part).isEqualTo("UNSCANNED");
            assertThat(answer.get("reason").asString()).as(part).isEqualTo("Nobody has looked inside the image.");
        }
    }

    @Test
    void tellsWhatIsInsideAnImage() {
        scanned.store(ScannedContent.of(
                ImageContentsFixture.of(DIGEST)
                        .deb("openssl", "3.0.1")
                        .npm("left-pad", "1.0")
                        .secret("private-key", "etc/key.pem")
                        .file(FoundFile.Kind.SETUID, "usr/bin/su")
                        .build(),
                "central",
                "breakwater test",
                Instant.now()));

        JsonNode image = api.get("/api/v1/images/" + DIGEST).json();
        assertThat(image.get("state").asString()).isEqualTo("COMPLETE");
        assertThat(image.get("scan").get("operatingSystem").asString()).isEqualTo("debian:12");
        assertThat(image.get("scan").get("endOfLife").asString()).startsWith("2028-07-01");
        assertThat(image.get("scan").get("config").get("user").asString()).isEqualTo("1000");
        JsonNode packages =
                api.get("/api/v1/images/" + DIGEST + "/packages?type=npm").json();
        assertThat(packages.get("total").asInt()).isEqualTo(2);
        assertThat(packages.get("items")).hasSize(1);
        assertThat(packages.get("items").get(0).get("layerIndex").asInt()).isZero();
        assertThat(api.get("/api/v1/images/" + DIGEST + "/layers")
                        .json()
                        .get("items")
                        .get(0)
                        .get("packages")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.get("/api/v1/images/" + DIGEST + "/secrets")
                        .json()
                        .get("items")
                        .get(0)
                        .get("path")
                        .asString())
                .isEqualTo("etc/key.pem");
        assertThat(api.get("/api/v1/images/sha256:" + "00".repeat(32)).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/images/" + DIGEST + "/sbom")
                        .json()
                        .get("bomFormat")
                        .asString())
                .isEqualTo("CycloneDX");
        assertThat(api.get("/api/v1/images/" + DIGEST + "/sbom?format=spdx")
                        .json()
                        .get("spdxVersion")
                        .asString())
                .isEqualTo("SPDX-2.3");
        assertThat(api.get("/api/v1/images/" + DIGEST + "/sbom?format=pdf").status())
                .isEqualTo(400);
        Assertions.assertThatThrownBy(() -> reports.get(DIGEST, fleet.oneNamespace()))
                .as("nobody in that namespace runs it")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void takesABillOfMaterialsForAnImageThatRuns() {
        String name = jdbc.sql("select name from images where name like '%fleet-pay%' order by name limit 1")
                .query(String.class)
                .single();
        String document = CYCLONEDX.formatted(Instant.now());

        Api.Answer taken = upload(Api.ADMIN, document, "?image=" + Api.encoded(name));

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().get("packages").asInt()).isEqualTo(2);
        UUID id = jdbc.sql("select id from images where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
        JsonNode image = api.get("/api/v1/images/" + id).json();
        assertThat(image.get("scan").get("source").asString()).isEqualTo("uploaded CycloneDX");
        assertThat(image.get("scan").get("scanner").asString()).contains("syft");
        assertThat(image.get("digest").isNull()).isTrue();
        assertThat(image.get("scan").get("config").isNull()).isTrue();
        assertThat(reports.packages(id.toString(), AccessScope.EVERYTHING)).hasSize(2);
        assertThat(reports.get(id.toString(), AccessScope.ofNamespace(SmallFleet.id("reef-east"), "fleet-pay"))
                        .names())
                .hasSize(1);
        Assertions.assertThatThrownBy(() -> reports.get(id.toString(), fleet.oneNamespace()))
                .isInstanceOf(NotFound.class);
        assertThat(jdbc.sql("select count(*) from audit_log where action = 'uploaded'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    /** A bill that names nothing leaves an image as unknown as it was. */
    @Test
    void aBillWithoutPackagesSaysNothingOfTheImage() {
        String digest = "sha256:" + "e0".repeat(32);
        String empty = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"metadata\":{\"timestamp\":\""
                + Instant.now() + "\"},\"components\":[]}";

        Api.Answer taken = upload(api.token(Role.PIPELINE), empty, "?image=" + digest);

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().get("incomplete").asBoolean()).isTrue();
        JsonNode image = api.get("/api/v1/images/" + digest).json();
        assertThat(image.get("state").asString()).as("nobody looked inside").isEqualTo("TOLD");
        assertThat(image.get("reason").asString())
                .isEqualTo(
                        "Nobody has looked inside; a document tells its packages, and not all: packages: the document names"
                                + " none, so that what is installed is not known.");
        assertThat(image.get("scan").get("unread").findValuesAsString("where"))
                .containsExactly("packages", "distribution");
        assertThat(jdbc.sql("select complete from image_contents where digest = ?")
                        .param(digest)
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    /** To policies and risk, too: what nobody looked for is not absent. */
    @Test
    void toPoliciesAToldImageHasUnknownSecretsAndAnEmptyBillUnknownPackages() {
        String name = jdbc.sql("select name from images where name like '%fleet-pay%' order by name desc limit 1")
                .query(String.class)
                .single();
        String bill = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[%s]}";

        upload(Api.ADMIN, bill.formatted(""), "?image=" + Api.encoded(name));

        ImageScan empty = scan(name);
        assertThat(empty.isComplete()).isFalse();
        assertThat(empty.incomplete()).contains("packages: the document names none");
        assertThat(empty.secretsAndFilesUnknown()).contains("Nobody has looked into the image");

        upload(
                Api.ADMIN,
                bill.formatted(
                        "{\"type\":\"operating-system\",\"name\":\"debian\",\"version\":\"12\"},"
                                + "{\"type\":\"library\",\"name\":\"bash\",\"version\":\"5.2\",\"purl\":\"pkg:deb/debian/bash@5.2\"}"),
                "?image=" + Api.encoded(name));

        ImageScan whole = scan(name);
        assertThat(whole.isComplete()).as("of its packages").isTrue();
        assertThat(whole.secretsAndFilesUnknown()).contains("Nobody has looked into the image");
        assertThat(vulnerabilities
                        .known(PlaceFilter.EVERYWHERE, AccessScope.EVERYTHING)
                        .told())
                .isPositive();
        assertThat(coverage.report(AccessScope.EVERYTHING).images())
                .anySatisfy(one -> assertThat(one.told()).isPositive());
        assertThat(images.list(ListRequest.first("scan:told name:" + name), AccessScope.EVERYTHING)
                        .items())
                .hasSize(1);
    }

    @Test
    void takesAFormAndPipelinesMayUpload() {
        String digest = "sha256:" + "cd".repeat(32);
        String boundary = "breakwater";
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bom.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + CYCLONEDX.formatted(Instant.now()) + "\r\n--" + boundary
                + "--\r\n";
        Api.Answer taken = api.send(api.request("/api/v1/sboms?image=" + digest, api.token(Role.PIPELINE))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().get("digest").asString()).isEqualTo(digest);
    }

    @Test
    void saysWhyADocumentIsNotTaken() {
        assertThat(upload(Api.ANALYST, CYCLONEDX.formatted(Instant.now()), "").status())
                .isEqualTo(403);
        Api.Answer noImage = upload(Api.ADMIN, CYCLONEDX.formatted(Instant.now()), "");
        assertThat(noImage.status()).isEqualTo(400);
        assertThat(noImage.body()).contains("the document names none");
        Api.Answer nobody = upload(Api.ADMIN, CYCLONEDX.formatted(Instant.now()), "?image=nobody.example/runs:1");
        assertThat(nobody.status()).isEqualTo(400);
        Api.Answer odd = upload(Api.ADMIN, "{\"a\":1}", "?image=" + DIGEST);
        assertThat(odd.status()).isEqualTo(400);
        assertThat(odd.body()).contains("The document is none that is known'; allowed: CycloneDX");
    }

    @Test
    void aDocumentWithoutADateSaysSo() {
        String digest = "sha256:" + "d0".repeat(32);
        String undated = CYCLONEDX.replace("\"timestamp\":\"%s\",", "");

        Api.Answer taken = upload(Api.ADMIN, undated, "?image=" + digest);

        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.json().get("createdAt").isNull()).isTrue();
        assertThat(jdbc.sql("select source from image_contents where digest = ?")
                        .param(digest)
                        .query(String.class)
                        .single())
                .isEqualTo("uploaded CycloneDX, undated");
    }

    @Test
    void whatWasSeenIsNotReplacedByWhatWasTold() {
        String digest = "sha256:" + "ef".repeat(32);
        scanned.store(ScannedContent.of(
                ImageContentsFixture.of(digest).deb("a", "1").build(), "central", "breakwater test", Instant.now()));

        Api.Answer refused = upload(Api.ADMIN, CYCLONEDX.formatted(Instant.now()), "?image=" + digest);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("looked into by central");
    }

    private ImageScan scan(String name) {
        return known.named(List.of(name)).get(name).scan().toOptional().orElseThrow();
    }

    private Api.Answer upload(String authorization, String document, String query) {
        return api.send(api.request("/api/v1/sboms" + query, authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build());
    }
}

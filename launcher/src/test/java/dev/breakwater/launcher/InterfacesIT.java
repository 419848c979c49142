package dev.breakwater.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that scripts and other products rely on. */
class InterfacesIT {

    private static final String[] WORKLOAD = {
        "id", "cluster", "namespace", "name", "kind", "owner", "riskScore", "riskRank", "images"
    };
    private static final String[] DETAIL = {
        "containers", "ports", "volumes", "serviceAccount", "hostNetwork", "hostPID", "hostIPC"
    };
    private static final String[] CONTAINER = {
        "name",
        "init",
        "image",
        "digest",
        "privileged",
        "runAsUser",
        "runAsNonRoot",
        "readOnlyRootFilesystem",
        "capabilitiesAdd",
        "capabilitiesDrop",
        "env"
    };

    private final Product product = Product.running();
    private final Rest admin = product.admin();

    @Test
    void pagesThroughListsWithATokenThatEndsWithNull() {
        JsonNode first = admin.json("/api/v1/workloads?pageSize=2");
        assertThat(names(first)).contains("items", "nextPageToken");
        assertThat(first.path("items")).hasSize(2);
        String token = first.path("nextPageToken").asText();
        JsonNode second = admin.json("/api/v1/workloads?pageSize=2&pageToken=" + Rest.encoded(token));
        assertThat(second.path("items")).hasSize(2).doesNotContainAnyElementsOf(first.path("items"));
        JsonNode all = admin.json("/api/v1/workloads?pageSize=500");
        assertThat(all.path("nextPageToken").isNull()).isTrue();
    }

    @Test
    void tellsWorkloadsInListDetailAndExportAlike() {
        JsonNode ftp = demo("legacy-ftp");
        assertThat(names(ftp)).contains(WORKLOAD);
        assertThat(ftp.path("cluster").asText()).isEqualTo("prod-us");
        assertThat(ftp.path("kind").asText()).isEqualTo("Deployment");
        assertThat(ftp.path("riskScore").isNumber()).isTrue();
        assertThat(ftp.path("riskRank").isIntegralNumber()).isTrue();
        assertThat(ftp.path("images").get(0).isTextual()).isTrue();

        JsonNode detail = admin.json("/api/v1/workloads/" + ftp.path("id").asText());
        Rest.Answer export = admin.get("/api/v1/export/workloads?format=ndjson&q=" + Rest.encoded("cluster:prod-us"));
        assertThat(export.contentType()).contains("ndjson");
        assertThat(export.lines()).hasSize(19);
        JsonNode exported = export.lines().stream()
                .filter(line -> line.path("id").equals(ftp.path("id")))
                .findFirst()
                .orElseThrow();
        for (JsonNode whole : List.of(detail, exported)) {
            assertThat(names(whole)).contains(WORKLOAD).contains(DETAIL);
            JsonNode container = whole.path("containers").get(0);
            assertThat(names(container)).contains(CONTAINER);
            assertThat(container.path("name").asText()).isEqualTo("ftp");
            assertThat(container.path("init").asBoolean(true)).isFalse();
            assertThat(container.path("image").asText()).isEqualTo("docker.io/exampleretail/vsftpd:latest");
            assertThat(container.path("capabilitiesAdd").get(0).asText()).isEqualTo("ALL");
            assertThat(names(container.path("env").get(1))).contains("name", "source");
            assertThat(container.path("env").get(1).path("name").asText()).isEqualTo("FTP_PASS");
            JsonNode port = whole.path("ports").get(0);
            assertThat(names(port)).contains("port", "protocol", "exposure");
            JsonNode volume = whole.path("volumes").get(0);
            assertThat(names(volume)).contains("name", "type", "path");
            assertThat(volume.path("path").asText()).isEqualTo("/srv/ftp");
            assertThat(whole.path("hostNetwork").isBoolean()).isTrue();
        }
    }

    @Test
    void tellsViolationsWithTheirWorkloadAndEvidence() {
        List<JsonNode> violations = admin.all("violations", "cluster:prod-us workload:legacy-ftp");
        assertThat(violations).isNotEmpty().allSatisfy(violation -> {
            assertThat(names(violation))
                    .contains("id", "policy", "policyId", "severity", "state", "workload", "evidence", "openedAt");
            assertThat(violation.path("severity").asText()).isIn("LOW", "MEDIUM", "HIGH", "CRITICAL");
            assertThat(violation.path("state").asText()).isIn("OPEN", "RESOLVED");
            assertThat(violation.path("workload").path("name").asText()).isEqualTo("legacy-ftp");
            assertThat(violation.path("evidence")).isNotEmpty();
            assertThat(Instant.parse(violation.path("openedAt").asText())).isBefore(Instant.now());
        });
        Rest.Answer export = admin.get(
                "/api/v1/export/violations?format=ndjson&q=" + Rest.encoded("cluster:prod-us workload:legacy-ftp"));
        assertThat(export.lines())
                .extracting(line -> line.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(violations.stream()
                        .map(violation -> violation.path("id").asText())
                        .toList());
    }

    @Test
    void answersANewClusterWithTheWayIn() {
        JsonNode created = TestCluster.added(product, "c1").created();
        assertThat(names(created)).contains("id", "name", "enrolmentToken", "expiresAt", "helmCommand");
        assertThat(created.path("name").asText()).isEqualTo("c1");
        assertThat(created.path("helmCommand").asText()).contains("helm").contains("localhost:" + product.linkPort());
        assertThat(Instant.parse(created.path("expiresAt").asText())).isAfter(Instant.now());
    }

    @Test
    void answersMistakesAsProblemsThatNameTheMistake() {
        Rest.Answer unknown = admin.get("/api/v1/workloads?q=" + Rest.encoded("colour:red"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.contentType()).contains("application/problem+json");
        assertThat(unknown.text()).contains("colour");
        Rest.Answer nobody = Rest.basic(product.url(), "admin", "wrong").get("/api/v1/workloads");
        assertThat(nobody.status()).isEqualTo(401);
        Rest.Answer nothing = admin.get("/api/v1/workloads/00000000-0000-0000-0000-000000000000");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.contentType()).contains("application/problem+json");
    }

    private JsonNode demo(String name) {
        return admin.all("workloads", "cluster:prod-us name:" + name).getFirst();
    }

    private static List<String> names(JsonNode object) {
        return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
    }
}

package dev.breakwater.central.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.cli.Bwctl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line asks a real central. */
@CentralApplication
class CommandLineIT {

    private static final String ADMINISTRATOR = "Cluster administrator account";

    @Autowired
    Api api;

    @Autowired
    SmallFleet fleet;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        fleet.present();
        Files.writeString(folder.resolve("token"), api.token(Role.PIPELINE).substring("Bearer ".length()));
        Files.createDirectories(folder.resolve("deploy"));
        Files.writeString(folder.resolve("deploy/a.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c, namespace: fleet-shop}
                """);
        Files.writeString(folder.resolve("deploy/web.yaml"), """
                # first a comment, and an object before
                apiVersion: v1
                kind: Secret
                metadata: {name: s, namespace: fleet-shop}
                data: {password: aHVudGVyMg==}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: cli-web
                  namespace: fleet-shop
                spec:
                  template:
                    spec:
                      serviceAccountName: account-1
                      containers:
                        - name: web
                          image: registry.example.com/web:1
                          securityContext:
                            privileged: true
                """);
    }

    @Test
    void addsWhatCentralKnowsAndPointsIntoTheFiles() {
        assertThat(check("--cluster", "reef-east", "-o", "json"))
                .as(err.toString())
                .isEqualTo(1);

        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("objects").asInt()).isEqualTo(3);
        JsonNode administrator = finding(report, ADMINISTRATOR);
        assertThat(administrator.path("object").path("file").asString()).endsWith("deploy/web.yaml");
        assertThat(administrator.path("object").path("line").asInt()).isEqualTo(7);
        JsonNode privileged = finding(report, "Privileged container");
        assertThat(privileged.path("evidence").path(0).path("line").asInt()).isEqualTo(20);

        out.getBuffer().setLength(0);
        assertThat(check("-o", "json")).isEqualTo(1);
        assertThat(out.toString().substring(0, out.toString().indexOf("\"unknown\"")))
                .doesNotContain(ADMINISTRATOR);
    }

    @Test
    void everyFormatIsWrittenFromTheAnswer() {
        for (String format : List.of("table", "sarif", "junit", "csv")) {
            out.getBuffer().setLength(0);
            assertThat(check("--cluster", "reef-east", "-o", format))
                    .as(err.toString())
                    .isEqualTo(1);
            assertThat(out.toString()).as(format).contains("deploy/web.yaml").contains("Privileged container");
        }
        assertThat(check("--fail-on", "none")).isZero();
    }

    @Test
    void letsCentralKeepTheRun() {
        assertThat(check("--cluster", "reef-east", "--record", "--source", "cli/kept", "--fail-on", "high"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("kept as check ").contains(", refused");

        JsonNode run =
                api.get("/api/v1/checks?q=source:cli/kept").json().get("items").get(0);
        assertThat(run.get("result").asString()).isEqualTo("REFUSED");
        assertThat(run.get("failOn").asString()).isEqualTo("HIGH");
        assertThat(run.get("cluster").asString()).isEqualTo("reef-east");
        assertThat(check("--record", "--baseline", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("--record and --baseline do not go together");
    }

    @Test
    void aFileThatWasNotReadIsNoPassForCentralEither() throws IOException {
        Files.writeString(folder.resolve("deploy/broken.yaml"), "kind: [oops\n");

        assertThat(check("--record", "--source", "cli/broken", "--fail-on", "none"))
                .isEqualTo(3);
        assertThat(api.get("/api/v1/checks?q=source:cli/broken")
                        .json()
                        .get("items")
                        .get(0)
                        .get("result")
                        .asString())
                .isEqualTo("NOT_JUDGED");
    }

    @Test
    void saysInPlainWordsWhatCentralRefuses() throws IOException {
        assertThat(check("--cluster", "nowhere")).isEqualTo(3);
        assertThat(err.toString()).contains("No cluster 'nowhere'");

        Files.writeString(folder.resolve("token"), "bw_nobody");
        assertThat(check()).isEqualTo(3);
        assertThat(err.toString()).contains("The API token is unknown, expired or revoked.");
    }

    private int check(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "check",
                "manifests",
                folder.resolve("deploy").toString(),
                "--endpoint",
                "http://localhost:" + api.port(),
                "--token-file",
                folder.resolve("token").toString()));
        args.addAll(List.of(more));
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err, true), args.toArray(String[]::new));
    }

    private static JsonNode finding(JsonNode report, String policy) {
        return report.path("findings")
                .valueStream()
                .filter(finding -> finding.path("policy").asString().equals(policy))
                .findFirst()
                .orElseThrow(() -> new AssertionError(policy + " in " + report));
    }
}

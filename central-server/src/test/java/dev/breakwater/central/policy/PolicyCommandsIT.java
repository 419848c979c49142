package dev.breakwater.central.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.access.Role;
import dev.breakwater.central.testing.Api;
import dev.breakwater.central.testing.CentralApplication;
import dev.breakwater.central.testing.SmallFleet;
import dev.breakwater.cli.Bwctl;
import dev.breakwater.engine.policy.PolicyDocument;
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

/** Policies as code, by the command line and a real central. */
@CentralApplication
class PolicyCommandsIT {

    private static final String POLICY = """
            ---
            id: 01900000-0000-7000-8000-00000000c0de
            name: "Command: privileged"
            severity: %s
            enabled: true
            stages:
            - DEPLOY
            categories: []
            description: ""
            rationale: ""
            remediation: ""
            sections:
            - groups:
              - criterion: Privileged Container
                values:
                - "true"
            """;

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
        for (Role role : Role.values()) {
            Files.writeString(folder.resolve(role.name()), api.token(role).substring("Bearer ".length()));
        }
        Files.createDirectories(folder.resolve("policies"));
        Files.writeString(folder.resolve("policies/a.yaml"), POLICY.formatted("HIGH"));
    }

    @Test
    void showsWhatItWouldDoDoesItAndGivesItBack() throws IOException {
        int privileged = SmallFleet.CLUSTERS.size() * SmallFleet.NAMESPACES.size() * 2;
        assertThat(run(Role.ANALYST, "diff", policies(), "--origin", "git:cli"))
                .as(all())
                .isZero();
        assertThat(out.toString())
                .contains("create     Command: privileged  +" + privileged + " / −0", "reef-east/fleet-shop/")
                .contains("+" + privileged + " / −0 violations over ");

        assertThat(run(Role.ADMIN, "apply", policies(), "--origin", "git:cli", "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("nothing was applied");
        assertThat(run(Role.ANALYST, "apply", policies(), "--origin", "git:cli"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("Your role does not include this.");
        assertThat(run(Role.ADMIN, "apply", policies(), "--origin", "git:cli", "--reason", "first"))
                .as(all())
                .isZero();

        Path exported = folder.resolve("policies/a.yaml");
        assertThat(run(Role.ANALYST, "export", "--query", "origin:\"git:cli\"", "--output-file", exported.toString()))
                .as(all())
                .isZero();
        assertThat(PolicyDocument.read(Files.readString(exported)))
                .isEqualTo(PolicyDocument.read(POLICY.formatted("HIGH")));
        assertThat(run(Role.ADMIN, "apply", policies(), "--origin", "git:cli")).isZero();
        assertThat(out.toString()).contains("1 policy, 1 unchanged");

        assertThat(run(Role.ANALYST, "diff", policies(), "--origin", "git:other"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("refused    Command: privileged  (it is applied from git:cli");
        assertThat(run(Role.ADMIN, "apply", policies(), "--origin", "git:other"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nothing was applied");

        Files.writeString(exported, POLICY.formatted("URGENT"));
        assertThat(run(Role.ADMIN, "apply", policies(), "--origin", "git:cli")).isEqualTo(1);
        assertThat(err.toString()).contains("a.yaml:4: \"Command: privileged\" /severity is 'URGENT'");
    }

    private String policies() {
        return folder.resolve("policies").toString();
    }

    private int run(Role role, String... arguments) {
        List<String> all = new ArrayList<>(List.of("policy"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--endpoint",
                "http://localhost:" + api.port(),
                "--token-file",
                folder.resolve(role.name()).toString()));
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    }

    private String all() {
        return out + "\n" + err;
    }
}

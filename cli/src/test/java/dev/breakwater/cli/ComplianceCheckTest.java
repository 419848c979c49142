package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bwctl compliance} as a pipeline uses it. */
class ComplianceCheckTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysInJsonWhatEachControlComesOutAs() throws IOException {
        String file = evidence("kube-apiserver", "--profiling=false", "--anonymous-auth=true");
        assertThat(bwctl("compliance", "check", file, "--standard", "cis-kubernetes-1.12", "-o", "json"))
                .as(err.toString())
                .isEqualTo(1);
        JsonNode document = JsonMapper.shared().readTree(out.toString());
        assertThat(document.path("results").size()).isEqualTo(131);
        assertThat(control(document, "1.2.15").path("outcome").asString()).isEqualTo("PASS");
        JsonNode anonymous = control(document, "1.2.1");
        assertThat(anonymous.path("outcome").asString()).isEqualTo("FAIL");
        assertThat(anonymous.path("evidence").path(0).path("found").asString()).isEqualTo("true");
        assertThat(anonymous.path("evidence").path(0).path("expected").asString())
                .isEqualTo("false");
        assertThat(control(document, "4.2.1").path("outcome").asString()).isEqualTo("NOT_APPLICABLE");
        assertThat(control(document, "3.1.1").path("outcome").asString()).isEqualTo("MANUAL");
        assertThat(control(document, "5.1.1").path("outcome").asString()).isEqualTo("UNKNOWN");
    }

    @Test
    void tellsPeopleWhatFailedAndWhy() throws IOException {
        String file = evidence("kube-scheduler", "--profiling=true");
        assertThat(bwctl("compliance", "check", file, "--standard", "cis-kubernetes-1.11"))
                .isEqualTo(1);
        assertThat(out.toString())
                .containsPattern(
                        "fail +1\\.4\\.1 +Profiles of the scheduler\n +--profiling is true; it is to be false\\.")
                .contains("CIS Kubernetes 1.11 on node-1: ");
    }

    @Test
    void whatIsUnknownIsNoPass() throws IOException {
        String file = evidence("kube-scheduler", "--profiling=false");
        assertThat(bwctl("compliance", "check", file, "--standard", "cis-kubernetes-1.12"))
                .isEqualTo(3);
    }

    @Test
    void anotherMachineIsNotConcerned() throws IOException {
        String file = evidence("kube-scheduler");
        assertThat(bwctl("compliance", "check", file, "--standard", "cis-ubuntu-24.04"))
                .isZero();
    }

    @Test
    void namesWhatIsAllowedAndWhatIsWrong() throws IOException {
        assertThat(bwctl("compliance", "check", evidence("etcd"), "--standard", "cis"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--standard is 'cis'; allowed are nist-800-190, ");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"format\":1}");
        assertThat(bwctl("compliance", "check", broken.toString(), "--standard", "cis-docker-1.6"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("broken.json: ");
        assertThat(bwctl("compliance", "standards")).isZero();
        assertThat(out.toString()).contains("cis-debian-12");
    }

    private static JsonNode control(JsonNode document, String number) {
        return StreamSupport.stream(document.path("results").spliterator(), false)
                .filter(one -> one.path("control").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private String evidence(String... arguments) throws IOException {
        MachineEvidence evidence = new MachineEvidence(
                MachineEvidence.FORMAT,
                "1.0.0",
                Instant.parse("2026-11-26T08:00:00Z"),
                new Machine(
                        "node-1",
                        "0123456789abcdef",
                        "",
                        "amd64",
                        "6.1.0",
                        new OperatingSystem("debian", "12", "bookworm", "Debian GNU/Linux 12 (bookworm)")),
                List.of(new RunningProcess(7, 1, "/usr/local/bin/" + arguments[0], List.of(arguments), "root")),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
        return Files.write(folder.resolve("evidence.json"), MachineCodec.write(evidence))
                .toString();
    }

    private int bwctl(String... arguments) {
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}

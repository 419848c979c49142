package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.scanner.MachineCodec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bwctl node} as a pipeline uses it. */
class NodeScanTest {

    private static final String ADVISORY = """
            {"schema_version":"1.6.0","id":"CVE-2026-0001","modified":"2026-01-01T00:00:00Z",
             "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected":[{"package":{"ecosystem":"Debian:12","name":"linux"},
               "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"6.1.130-1"}]}]}]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String feeds = "";

    @BeforeEach
    void write() throws IOException {
        Path osv = Files.createDirectories(folder.resolve("feeds/osv"));
        Files.writeString(osv.resolve("CVE-2026-0001.json"), ADVISORY);
        WholeFeed.fill(osv, "Debian:12");
        feeds = folder.resolve("feeds").toString();
    }

    private int bwctl(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String evidence(String running) throws IOException {
        MachineEvidence machine = new MachineEvidence(
                MachineEvidence.FORMAT,
                "1.0",
                Instant.parse("2026-01-31T12:00:00Z"),
                new Machine("build-1", "a1", "", "amd64", running, new OperatingSystem("debian", "12", "bookworm", "")),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(kernel("6.1.0-28-amd64", "6.1.119-1"), kernel("6.1.0-35-amd64", "6.1.137-1")),
                Map.of(),
                List.of());
        return Files.write(folder.resolve("evidence.json"), MachineCodec.write(machine))
                .toString();
    }

    private static InstalledPackage kernel(String release, String version) {
        return new InstalledPackage(
                "linux-image-" + release,
                version,
                "amd64",
                PackageType.DEB,
                "",
                "linux-signed-amd64",
                version.replace("-", "+"),
                "",
                "");
    }

    @Test
    void aKernelCountsOnlyIfItRuns() throws IOException {
        assertThat(bwctl(
                        "node",
                        "scan",
                        evidence("6.1.0-28-amd64"),
                        "--feeds",
                        feeds,
                        "--fail-on",
                        "HIGH",
                        "-o",
                        "json"))
                .as(err.toString())
                .isEqualTo(1);
        JsonNode findings = JsonMapper.shared().readTree(out.toString()).path("findings");
        assertThat(findings.size()).isEqualTo(1);
        assertThat(findings.path(0).path("package").path("name").asString()).isEqualTo("linux-image-6.1.0-28-amd64");

        assertThat(bwctl("node", "scan", evidence("6.1.0-35-amd64"), "--feeds", feeds, "--fail-on", "HIGH"))
                .isZero();
    }

    @Test
    void aKernelOfNoPackageIsNoPass() throws IOException {
        assertThat(bwctl("node", "scan", evidence("6.9.0-custom"), "--feeds", feeds, "--fail-on", "HIGH"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("kernel 6.9.0-custom").contains("belongs to no installed package");
    }

    @Test
    void aFolderOfFeedsThatIsNotThereIsSaidInWords() throws IOException {
        String nowhere = folder.resolve("nowhere").toString();

        assertThat(bwctl("node", "scan", evidence("6.1.0-28-amd64"), "--feeds", nowhere))
                .isEqualTo(3);
        assertThat(err.toString()).contains("there is no folder " + nowhere);
    }

    @Test
    void whatIsNoEvidenceIsSaidWithPlaceAndWhatIsAllowed() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"format\":7}");

        assertThat(bwctl("node", "scan", wrong.toString())).isEqualTo(3);
        assertThat(err.toString())
                .contains("wrong.json")
                .contains("collector is missing")
                .contains("allowed")
                .doesNotContain("jackson");
        assertThat(bwctl("node", "upload", wrong.toString())).isEqualTo(2);
    }
}

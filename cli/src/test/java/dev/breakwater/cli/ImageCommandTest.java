package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImageCommandTest {

    private static final String ADVISORY = """
            {"id": "CVE-2099-1", "modified": "2026-01-01T00:00:00Z", "summary": "bash does what it should not",
             "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected": [{"package": {"ecosystem": "Debian:12", "name": "bash"},
               "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "5.3"}]}]}]}
            """;

    @TempDir
    private Path folder;

    private Path archive;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeAnImage() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
        files.put(
                "var/lib/dpkg/status",
                "Package: bash\nStatus: install ok installed\nVersion: 5.2.15-2\nArchitecture: amd64\n");
        byte[] layer = tar(files);
        files.clear();
        files.put("layer.tar", new String(layer, StandardCharsets.ISO_8859_1));
        files.put(
                "config.json",
                "{\"os\":\"linux\",\"architecture\":\"amd64\",\"config\":{\"Env\":[\"A=b\"]},\"rootfs\":{\"diff_ids\":[\"sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(layer)) + "\"]}}");
        files.put(
                "manifest.json",
                "[{\"Config\":\"config.json\",\"RepoTags\":[\"shop/web:1\"],\"Layers\":[\"layer.tar\"]}]");
        archive = Files.write(folder.resolve("image.tar"), tar(files));
        Files.writeString(
                Files.createDirectories(folder.resolve("feeds/debian")).resolve("CVE-2099-1.json"), ADVISORY);
    }

    private static byte[] tar(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.ISO_8859_1);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int runOnImage(String command, String... more) {
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"image", command, "--input", archive.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return run(args);
    }

    @Test
    void saysWhatIsInAnImage() {
        assertThat(runOnImage("scan", "-o", "json")).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(out.toString());
        assertThat(report.path("image").path("reference").asString()).isEqualTo("shop/web:1");
        JsonNode installed = report.path("packages").path(0);
        assertThat(installed.path("name").asString()).isEqualTo("bash");
        assertThat(installed.path("version").asString()).isEqualTo("5.2.15-2");
        assertThat(installed.path("purl").asString()).startsWith("pkg:deb/debian/bash@5.2.15-2");
        assertThat(report.path("findings")).isEmpty();
    }

    @Test
    void failsForWhatFeedsSayAndForWhatCannotBeKnown() {
        String feeds = folder.resolve("feeds").toString();
        assertThat(runOnImage("check", "--feeds", feeds)).isEqualTo(1);
        assertThat(out.toString()).contains("CVE-2099-1").contains("5.3");
        assertThat(runOnImage("check", "--feeds", feeds, "--fail-on", "none")).isZero();
        assertThat(runOnImage("check")).isEqualTo(3);
        assertThat(runOnImage("check", "--fail-on", "none")).isZero();
        assertThat(err.toString()).contains("vulnerabilities are not known");
        assertThat(runOnImage("check", "--fail-on-unknown")).isEqualTo(3);
    }

    @Test
    void writesEachFormat() {
        String feeds = folder.resolve("feeds").toString();
        runOnImage("check", "--feeds", feeds, "-o", "sarif");
        JsonNode sarif = JsonMapper.shared().readTree(out.toString());
        assertThat(sarif.at("/runs/0/results/0/ruleId").asString()).isEqualTo("CVE-2099-1");
        JsonNode rule = sarif.at("/runs/0/tool/driver/rules/0");
        assertThat(rule.path("helpUri").asString()).isEqualTo("https://nvd.nist.gov/vuln/detail/CVE-2099-1");
        assertThat(rule.at("/properties/security-severity").asString()).isEqualTo("9.8");
        runOnImage("scan");
        assertThat(out.toString()).startsWith("shop/web:1  on debian:12  1 package");
        runOnImage("check", "--feeds", feeds, "-o", "junit");
        assertThat(out.toString())
                .contains("<testsuite name=\"bwctl image check\"")
                .contains("<failure type=\"CRITICAL\"")
                .contains("failures=\"1\"");
        assertThat(runOnImage("check", "--feeds", feeds, "-o", "junit", "--fail-on", "none"))
                .isZero();
        assertThat(out.toString())
                .as("what does not fail the command is no failure")
                .contains("tests=\"2\" failures=\"0\"")
                .contains("<system-out>critical: CVE-2099-1 in bash 5.2.15-2, fixed in 5.3</system-out>")
                .doesNotContain("<failure");
        runOnImage("scan", "--feeds", feeds, "-o", "junit", "--fail-on", "high");
        assertThat(out.toString())
                .contains("<testsuite name=\"bwctl image scan\"")
                .contains("failures=\"1\"");
        runOnImage("check", "--feeds", feeds, "-o", "cyclonedx");
        JsonNode bill = JsonMapper.shared().readTree(out.toString());
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        JsonNode found = bill.at("/vulnerabilities/0");
        assertThat(found.path("id").asString()).isEqualTo("CVE-2099-1");
        assertThat(found.at("/ratings/0/severity").asString()).isEqualTo("critical");
        assertThat(found.path("recommendation").asString()).isEqualTo("Upgrade to 5.3");
        assertThat(bill.path("components").findValuesAsString("bom-ref"))
                .contains(found.at("/affects/0/ref").asString());
        runOnImage("scan", "-o", "cyclonedx");
        assertThat(JsonMapper.shared().readTree(out.toString()).has("vulnerabilities"))
                .as("without feeds nothing is said")
                .isFalse();
        runOnImage("check", "--feeds", feeds, "-o", "spdx");
        assertThat(out.toString()).contains("SPDX-2.3");
    }

    /** An undecided finding is called what the documentation calls it, in each format. */
    @Test
    void saysThatAFindingIsUndecided() throws IOException {
        Files.writeString(
                folder.resolve("feeds/debian/CVE-2099-1.json"), ADVISORY.replace("\"5.3\"", "\"not a version!!\""));
        String feeds = folder.resolve("feeds").toString();

        runOnImage("scan", "--feeds", feeds);
        assertThat(out.toString())
                .contains("undecided: ")
                .contains("1 finding undecided: whether the version is affected is unknown.")
                .doesNotContain("1 vulnerability");
        runOnImage("scan", "--feeds", feeds, "-o", "sarif");
        JsonNode result = JsonMapper.shared().readTree(out.toString()).at("/runs/0/results/0");
        assertThat(result.at("/message/text").asString())
                .startsWith("Undecided: whether bash 5.2.15-2 has CVE-2099-1 is unknown: ");
        assertThat(result.path("kind").asString()).isEqualTo("open");
        assertThat(result.path("level").asString()).isEqualTo("none");
        assertThat(runOnImage("scan", "--feeds", feeds, "-o", "junit", "--fail-on", "low"))
                .isEqualTo(3);
        assertThat(out.toString()).contains("failures=\"0\" errors=\"0\" skipped=\"2\"");
    }

    @Test
    void refusesAnImageOfAnotherPlatformThanTheOneAskedFor() {
        assertThat(runOnImage("scan", "--platform", "linux/arm64")).isEqualTo(3);
        assertThat(err.toString()).contains("the image is not built for linux/arm64; it is for linux/amd64");
        assertThat(runOnImage("scan", "--platform", "linux/amd64")).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheCommandLineOrTheImage() throws IOException {
        assertThat(run("image", "scan")).isEqualTo(2);
        assertThat(runOnImage("scan", "--layout", folder.toString())).isEqualTo(2);
        assertThat(runOnImage("scan", "--platform", "linux")).isEqualTo(2);
        assertThat(run("image", "scan", "--input", folder.resolve("none.tar").toString()))
                .isEqualTo(3);
        Files.write(archive, java.util.Arrays.copyOf(Files.readAllBytes(archive), 3000));
        assertThat(runOnImage("scan")).isEqualTo(3);
        assertThat(err.toString()).contains("truncated");
    }
}

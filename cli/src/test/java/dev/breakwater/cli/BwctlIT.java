package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as {@code package} leaves it: the script, its jar, the classes made ready. */
class BwctlIT {

    @TempDir
    private Path folder;

    @Test
    void startsFromAnywhereOverALinkAndWithoutJavaHome() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("bwctl"), Path.of("target/bwctl").toAbsolutePath());

        assertThat(run(link.toString(), "--version")).contains("bwctl ");
        assertThat(Path.of("target/bwctl.aot")).exists();
        assertThat(run(link.toString(), "check", "manifests", "--help"))
                .contains("--complete")
                .doesNotContain("[aot");
    }

    @Test
    void everyManifestOfTheCorpusIsJudgedOrNamed() throws Exception {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: the corpus is not judged");
        String out = run("target/bwctl", "check", "manifests", corpus + "/manifests", "-o", "json");

        JsonNode report = JsonMapper.shared().readTree(out);
        assertThat(report.path("objects").asInt()).isGreaterThan(1_000);
        assertThat(report.path("findings").size()).isGreaterThan(1_000);
        assertThat(report.path("findings"))
                .allSatisfy(finding ->
                        assertThat(finding.path("object").path("line").asInt()).isPositive());
    }

    private String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(out.toFile());
        builder.environment().remove("JAVA_HOME");
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("err")))
                .isIn(0, 1, 3);
        return Files.readString(out);
    }
}

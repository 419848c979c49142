package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.kubernetes.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the how-to tells to put into pipelines, run as the shell of such a pipeline would. */
class SnippetsIT {

    private static final Path HOW_TO = Path.of("../docs/how-to/check-manifests-in-a-pipeline.md");
    private static final Pattern BLOCK = Pattern.compile("### ([\\w ]+)\n\n```\\w+\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("bwctl check [^'\n]+");

    /** A tool and the line of shell in its snippet. */
    record Snippet(String tool, String command) {

        @Override
        public String toString() {
            return tool;
        }
    }

    @TempDir
    private Path checkout;

    static List<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(HOW_TO));
        while (blocks.find()) {
            Matcher command = COMMAND.matcher(blocks.group(2));
            assertThat(command.find()).as(blocks.group(1)).isTrue();
            snippets.add(new Snippet(blocks.group(1), command.group().strip()));
        }
        assertThat(snippets).extracting(Snippet::tool).containsExactly("GitHub Actions", "GitLab", "Jenkins", "Tekton");
        return snippets;
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void failsThePipelineWhereItShouldAndOnlyThere(Snippet snippet) throws Exception {
        Path manifest = Files.createDirectories(checkout.resolve("deploy")).resolve("web.yaml");
        String web = Files.readString(Path.of("src/main/training/shop.yaml"));
        Files.writeString(manifest, web);
        assertThat(shell(snippet.command())).isEqualTo(1);

        Files.writeString(manifest, web.substring(0, web.indexOf("---")));
        assertThat(shell(snippet.command())).isZero();
        try (Stream<Path> reports = Files.list(checkout)) {
            assertThat(reports.filter(file -> file.getFileName().toString().startsWith("bwctl.")))
                    .hasSize(snippet.command().contains("--output-file") ? 1 : 0);
        }
    }

    /** The YAML of the snippets is YAML. */
    @ParameterizedTest
    @MethodSource("snippets")
    void isWellFormed(Snippet snippet) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(HOW_TO));
        while (blocks.find()) {
            if (blocks.group(1).equals(snippet.tool()) && !snippet.tool().equals("Jenkins")) {
                assertThat(Manifests.read("kind: Snippet\ncontent:\n"
                                        + blocks.group(2).indent(2))
                                .problems())
                        .isEmpty();
            }
        }
    }

    private int shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(checkout.resolve("log").toFile());
        builder.environment()
                .merge("PATH", Path.of("target").toAbsolutePath().toString(), (path, own) -> own + ":" + path);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

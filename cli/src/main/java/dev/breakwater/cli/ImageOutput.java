package dev.breakwater.cli;

import dev.breakwater.cli.image.Findings;
import dev.breakwater.cli.image.ImageFormat;
import dev.breakwater.cli.image.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which form what was found in an image is written, and where to. */
final class ImageOutput {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ImageFormat format = ImageFormat.TABLE;

    @Option(names = "--output-file", paramLabel = "FILE", description = "Write there, not to the standard output.")
    private @Nullable Path file;

    void write(Findings findings, Verdict verdict, CommandSpec spec) throws IOException {
        if (file == null) {
            format.write(findings, verdict, spec.commandLine().getOut());
            return;
        }
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            format.write(findings, verdict, out);
        }
    }
}

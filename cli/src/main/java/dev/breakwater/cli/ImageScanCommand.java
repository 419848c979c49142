package dev.breakwater.cli;

import dev.breakwater.cli.image.Findings;
import dev.breakwater.cli.image.ImageFormat;
import dev.breakwater.scanner.signature.SignatureCheck;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is in an image, and judges nothing. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Says what is in an image: packages, vulnerabilities, secrets, files, configuration.",
        footer = {
            "",
            "What could not be read of an image is listed as incomplete.",
            "Exit codes: 0 read, 1 see --fail-on, 2 the command line is wrong,",
            "3 the image or the feeds could not be read."
        })
final class ImageScanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ImageOptions image = new ImageOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ImageFormat format = ImageFormat.TABLE;

    @Option(names = "--output-file", paramLabel = "FILE", description = "Write there, not to the standard output.")
    private @Nullable Path outputFile;

    @Mixin
    private ScanOptions options = new ScanOptions();

    @Override
    public Integer call() throws IOException {
        options.check(spec.commandLine());
        Findings findings = Findings.of(image.look(), options.feeds(), options.age());
        write(findings, format, outputFile, spec);
        return code(image.signature(), options.code(findings, spec.commandLine()));
    }

    /** What the signature adds to an exit code: a wrong one is a violation, one that cannot be known is no pass. */
    static int code(Optional<SignatureCheck.State> signature, int otherwise) {
        return switch (signature.orElse(SignatureCheck.State.VERIFIED)) {
            case VERIFIED -> otherwise;
            case UNVERIFIED -> Bwctl.VIOLATIONS;
            case UNKNOWN -> otherwise == Bwctl.VIOLATIONS ? otherwise : Bwctl.NOT_JUDGED;
        };
    }

    static void write(Findings findings, ImageFormat format, @Nullable Path outputFile, CommandSpec spec)
            throws IOException {
        if (outputFile == null) {
            format.write(findings, spec.commandLine().getOut());
            return;
        }
        try (Writer out = Files.newBufferedWriter(outputFile, StandardCharsets.UTF_8)) {
            format.write(findings, out);
        }
    }
}

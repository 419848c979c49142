package dev.breakwater.cli;

import dev.breakwater.scanner.sbom.BillFormat;
import dev.breakwater.scanner.sbom.BillWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a document anew in another format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Writes what a bill of materials, another scanner's report or a lockfile tells as a bill of materials.",
        footer = {"", "Exit codes: 0 it was written, 2 the command line is wrong, 3 the document could not be read."})
final class SbomConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "As for scan.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "cyclonedx",
            description =
                    "One of ${COMPLETION-CANDIDATES}: CycloneDX 1.6 or SPDX 2.3, JSON (default: ${DEFAULT-VALUE}).")
    private BillFormat format = BillFormat.CYCLONEDX;

    @Override
    public Integer call() throws IOException {
        ByteArrayOutputStream bill = new ByteArrayOutputStream();
        BillWriter.write(
                format,
                ToldContents.of(file),
                Files.getLastModifiedTime(file).toInstant(),
                "breakwater",
                Bwctl.Version.number(),
                bill);
        spec.commandLine().getOut().println(bill.toString(StandardCharsets.UTF_8));
        return 0;
    }
}

package dev.breakwater.cli;

import dev.breakwater.cli.PolicyCommand.Output;
import dev.breakwater.cli.image.Findings;
import dev.breakwater.cli.image.FindingsJson;
import dev.breakwater.cli.image.FindingsTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a document tells is inside an image, and what is wrong with it. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Says what a bill of materials, another scanner's report or a lockfile tells, and matches it with feeds.",
        footer = {
            "",
            "Exit codes: 0 the document was read, 1 see --fail-on, 2 the command line is wrong,",
            "3 the document or the feeds could not be read."
        })
final class SbomScanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "CycloneDX 1.2-1.7 (JSON, XML), SPDX 2.2, 2.3 (JSON, tag-value) or 3.0 (JSON), Trivy JSON, Grype JSON,"
                            + " Clair v4 JSON, or a lockfile by its usual name.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    @Mixin
    private ScanOptions options = new ScanOptions();

    @Override
    public Integer call() throws IOException {
        options.check(spec.commandLine());
        Findings findings = Findings.of(ToldContents.of(file), options.feeds(), options.age());
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            FindingsJson.write(findings, out);
        } else {
            FindingsTable.write(findings, out);
        }
        return options.code(findings, spec.commandLine());
    }
}

package dev.breakwater.cli;

import dev.breakwater.cli.PolicyCommand.Output;
import dev.breakwater.cli.machine.MachineResults;
import dev.breakwater.cli.machine.MachineResultsJson;
import dev.breakwater.cli.machine.MachineResultsTable;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a machine to a standard. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = {
            "Judges what a look at a machine found (sensor-agent --node --once --output evidence.json) by a standard,",
            "as the machine was when it was looked at."
        },
        footer = {
            "",
            "What is asked of the objects of a cluster, such as its roles, is unknown here and does",
            "not count for the exit code.",
            "",
            "Exit codes: 0 no control failed, 1 a control failed, 2 the command line is wrong,",
            "3 the evidence could not be read, or something that a machine can answer is unknown."
        })
final class ComplianceCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The evidence, as node mode writes it.")
    private Path file = Path.of("");

    @Option(
            names = "--standard",
            required = true,
            paramLabel = "ID",
            description =
                    "Such as cis-kubernetes-1.12, cis-docker-1.6 or cis-debian-12; see bwctl compliance standards.")
    private String standard = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    @Override
    public Integer call() throws IOException {
        Standard wanted = Standards.byId(standard)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--standard is '" + standard + "'; allowed are "
                                + String.join(
                                        ", ",
                                        Standards.all().stream()
                                                .map(Standard::id)
                                                .toList())
                                + "."));
        MachineResults results = MachineResults.of(wanted, MachineFile.read(file));
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            MachineResultsJson.write(results, out);
        } else {
            MachineResultsTable.write(results, out);
        }
        if (results.anyFailed()) {
            return Bwctl.VIOLATIONS;
        }
        return results.anyUnknown() ? Bwctl.NOT_JUDGED : 0;
    }
}

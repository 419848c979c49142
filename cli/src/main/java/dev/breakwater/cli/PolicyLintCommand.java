package dev.breakwater.cli;

import dev.breakwater.cli.PolicyCommand.Output;
import dev.breakwater.cli.policy.Lint;
import dev.breakwater.cli.policy.PolicyFolder;
import dev.breakwater.cli.report.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong in files of policies. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Says what is wrong in files of policies: file, line, field and what is allowed.",
        footer = {
            "",
            "Exit codes: 0 nothing is wrong, 1 something is, 2 the command line is wrong,",
            "3 a file could not be read, or there is none."
        })
final class PolicyLintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, or folders of YAML and JSON; *.test.yaml are tests and left aside.")
    private List<Path> paths = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output = Output.TABLE;

    @Override
    public Integer call() throws IOException {
        Lint lint = Lint.of(PolicyFolder.policies(paths), PolicyFiles.builtIn());
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            JsonMapper json = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
            out.println(json.writeValueAsString(Map.of(
                    "problems", lint.problems(), "policies", lint.policies().size())));
        } else {
            lint.problems().forEach(problem -> out.println(Shown.text(problem.toString())));
            out.println(Counted.of(lint.policies().size(), "policy", "policies") + ", "
                    + Counted.of(lint.problems().size(), "problem", "problems"));
        }
        return lint.problems().isEmpty() ? 0 : Bwctl.VIOLATIONS;
    }
}

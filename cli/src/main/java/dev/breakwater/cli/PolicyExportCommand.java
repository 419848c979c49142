package dev.breakwater.cli;

import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyRejected;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes policies as canonical YAML. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "Writes the policies of a central as canonical YAML; without one, the built-in policies.",
        footer = {"", "Exit codes: 0 written, 2 the command line is wrong, 3 central could not", "be asked."})
final class PolicyExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Option(
            names = {"-q", "--query"},
            paramLabel = "FILTER",
            description = "Which, in the words of the list of policies, such as builtin:false.")
    private String query = "";

    @Option(names = "--output-file", paramLabel = "FILE", description = "Write there, not to the standard output.")
    private @Nullable Path outputFile;

    @Override
    public Integer call() throws IOException {
        boolean asks = central.given();
        if (!asks && !query.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--query is for a central; name it by --endpoint.");
        }
        String yaml = asks ? exported() : PolicyDocument.toYaml(PolicyFiles.builtIn());
        if (outputFile != null) {
            Files.writeString(outputFile, yaml, StandardCharsets.UTF_8);
            return 0;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(yaml);
        out.flush();
        return 0;
    }

    private String exported() throws IOException {
        String yaml = central.client().text("/api/v1/policies", Map.of("q", query), "application/yaml");
        try {
            PolicyDocument.read(yaml);
            return yaml;
        } catch (PolicyRejected e) {
            throw new IOException("central answered with something else than policies; is it of another version?", e);
        }
    }
}

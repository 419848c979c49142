package dev.breakwater.cli;

import dev.breakwater.cli.policy.Lint;
import dev.breakwater.cli.policy.PolicyFolder;
import dev.breakwater.engine.policy.PolicyDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Policies that are written in files, and whose they are in a central. */
final class WrittenPolicies {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, or folders of YAML and JSON; *.test.yaml are tests and left aside.")
    private List<Path> paths = List.of();

    @Option(
            names = "--origin",
            required = true,
            paramLabel = "TEXT",
            description = "Where the policies are written, such as git:policies. Central keeps them to it.")
    private String origin = "";

    @Option(names = "--prune", description = "Delete policies of this origin that are not among them any more.")
    private boolean prune;

    @Option(
            names = "--adopt",
            description = "Take over policies that were written in the console, or come from elsewhere.")
    private boolean adopt;

    /**
     * What is sent to central; {@code null} if something is wrong with it, which is then told.
     *
     * @throws IOException if there is nothing to read
     */
    byte @Nullable [] body() throws IOException {
        Lint lint = Lint.of(PolicyFolder.policies(paths), List.of());
        if (!lint.problems().isEmpty()) {
            lint.problems()
                    .forEach(problem ->
                            spec.commandLine().getErr().println(dev.breakwater.cli.report.Shown.text("" + problem)));
            return null;
        }
        return PolicyDocument.toYaml(lint.policies()).getBytes(StandardCharsets.UTF_8);
    }

    /** The parameters of the call. */
    Map<String, String> query(Map<String, String> more) {
        Map<String, String> query = new java.util.TreeMap<>(more);
        query.put("origin", origin);
        query.put("prune", prune ? "true" : "");
        query.put("adopt", adopt ? "true" : "");
        return query;
    }
}

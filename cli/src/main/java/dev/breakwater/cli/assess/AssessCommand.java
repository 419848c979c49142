package dev.breakwater.cli.assess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One look at a cluster or a folder, written as a page or a PDF. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description =
                "Assesses a cluster or a folder of manifests once, without a central, and writes what it found as a page"
                        + " or a PDF.",
        footer = {
            "",
            "A cluster is only read, by lists; what its secrets hold is dropped at",
            "once. What could not be read is named, and counts as unknown.",
            "",
            "Exit codes: 0 written, 2 the command line is wrong,",
            "3 nothing could be read, or the file not written."
        })
public final class AssessCommand implements Callable<Integer> {

    private static final int NOT_WRITTEN = 3;

    /** Where it is read from. */
    static final class Source {

        @Option(
                names = "--manifests",
                paramLabel = "PATH",
                description = "A file or a folder of YAML and JSON, or - for the standard input. May be repeated.")
        private List<String> manifests = List.of();

        @Option(names = "--kubeconfig", paramLabel = "FILE", description = "The cluster of this kubeconfig.")
        private @Nullable Path kubeconfig;
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "A context of the kubeconfig (default: its current one).")
    private @Nullable String context;

    @Option(
            names = "--complete",
            description = "The manifests are all that the cluster holds: what is not in them does not exist.")
    private boolean complete;

    @Option(
            names = "--output-file",
            required = true,
            paramLabel = "FILE",
            description = "Write there: a page if it ends with .html, a PDF if it ends with .pdf.")
    private Path outputFile = Path.of("");

    @Override
    public Integer call() throws IOException {
        checkFile();
        Path kubeconfig = source.kubeconfig;
        if (kubeconfig == null && context != null) {
            throw new ParameterException(spec.commandLine(), "--context is for --kubeconfig.");
        }
        if (kubeconfig != null && complete) {
            throw new ParameterException(
                    spec.commandLine(), "--complete is for --manifests: a cluster says itself what it has.");
        }
        AssessmentRun run = new AssessmentRun(
                spec.commandLine().getOut(), spec.commandLine().getErr(), outputFile);
        boolean written =
                kubeconfig == null ? run.ofManifests(source.manifests, complete) : run.ofCluster(kubeconfig, context);
        return written ? 0 : NOT_WRITTEN;
    }

    private void checkFile() {
        String name = outputFile.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".pdf") && !name.endsWith(".html") && !name.endsWith(".htm")) {
            throw new ParameterException(
                    spec.commandLine(), "--output-file is '" + outputFile + "'; it has to end with .html or .pdf.");
        }
    }
}

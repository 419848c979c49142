package dev.breakwater.cli;

import dev.breakwater.cli.report.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Brings what a look at a machine found to a central. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = {
            "Brings what a look at a machine found to a central: as that of a machine without a cluster, or with --cluster",
            "and --node as that of a node."
        },
        footer = {"", "Exit codes: 0 it was taken, 2 the command line is wrong, 3 it was refused or could not be read."
        })
final class NodeUploadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The evidence, as node mode writes it.")
    private Path file = Path.of("");

    @Option(names = "--cluster", paramLabel = "NAME", description = "The cluster of the node.")
    private String cluster = "";

    @Option(names = "--node", paramLabel = "NAME", description = "The node.")
    private String node = "";

    @Option(
            names = "--force",
            description =
                    "Have it taken though it is older than what is there, or another machine's. For administrators.")
    private boolean force;

    @Mixin
    private CentralOptions central = new CentralOptions();

    @Override
    public Integer call() throws IOException {
        central.require("to bring it to");
        if (cluster.isBlank() != node.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "--cluster and --node belong together; name both or none.");
        }
        MachineFile.read(file);
        JsonNode taken = central.client()
                .send(
                        "POST",
                        "/api/v1/nodes/evidence",
                        Map.of("cluster", cluster, "node", node, "force", force ? "true" : ""),
                        "application/json",
                        MachineFile.bytes(file));
        spec.commandLine()
                .getOut()
                .println(Shown.text(taken.path("hostname").asString("") + "  "
                        + taken.path("nodeId").asString("") + "  "
                        + taken.path("packages").asInt(0) + " packages  "
                        + taken.path("unread").asInt(0) + " not read"));
        return 0;
    }
}

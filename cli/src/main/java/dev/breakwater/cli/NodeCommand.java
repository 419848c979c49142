package dev.breakwater.cli;

import picocli.CommandLine.Command;

/** Machines, by what a look at them found. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {NodeScanCommand.class, NodeUploadCommand.class},
        description = "Machines, by the evidence that sensor-agent --node --once --output evidence.json writes.",
        synopsisSubcommandLabel = "COMMAND")
final class NodeCommand {}

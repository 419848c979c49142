package dev.breakwater.cli;

import picocli.CommandLine.Command;

/** Bills of materials. */
@Command(
        name = "sbom",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {SbomScanCommand.class, SbomConvertCommand.class},
        description = "Bills of materials and the reports of other scanners.",
        synopsisSubcommandLabel = "COMMAND")
final class SbomCommand {}

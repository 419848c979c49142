package dev.breakwater.cli;

import picocli.CommandLine.Command;

/** Works with standards. */
@Command(
        name = "compliance",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {ComplianceCheckCommand.class, ComplianceStandardsCommand.class},
        description = "Holds machines to standards.",
        synopsisSubcommandLabel = "COMMAND")
final class ComplianceCommand {}

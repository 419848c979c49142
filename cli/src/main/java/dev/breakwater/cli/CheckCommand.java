package dev.breakwater.cli;

import picocli.CommandLine.Command;

/** What can be checked. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = CheckManifestsCommand.class,
        description = "Judges something before it runs.",
        synopsisSubcommandLabel = "COMMAND")
final class CheckCommand {}

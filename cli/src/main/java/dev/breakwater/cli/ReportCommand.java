package dev.breakwater.cli;

import dev.breakwater.cli.seal.ReportDaysCommand;
import dev.breakwater.cli.seal.ReportVerifyCommand;
import picocli.CommandLine.Command;

/** Works with the reports that a central made. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {ReportVerifyCommand.class, ReportDaysCommand.class},
        description = "Works with the reports that a central made.",
        synopsisSubcommandLabel = "COMMAND")
final class ReportCommand {}

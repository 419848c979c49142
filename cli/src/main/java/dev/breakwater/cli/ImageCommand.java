package dev.breakwater.cli;

import picocli.CommandLine.Command;

/** What can be done with an image. */
@Command(
        name = "image",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {ImageScanCommand.class, ImageCheckCommand.class},
        description = "Looks into an image.",
        synopsisSubcommandLabel = "COMMAND")
final class ImageCommand {}

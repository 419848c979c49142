package dev.breakwater.cli;

import dev.breakwater.cli.feed.FeedsBundleCommand;
import dev.breakwater.cli.feed.FeedsFetchCommand;
import dev.breakwater.cli.feed.FeedsKeygenCommand;
import dev.breakwater.cli.feed.FeedsListCommand;
import dev.breakwater.cli.feed.FeedsVerifyCommand;
import picocli.CommandLine.Command;

/** Works with feeds of advisories. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        subcommands = {
            FeedsListCommand.class,
            FeedsFetchCommand.class,
            FeedsKeygenCommand.class,
            FeedsBundleCommand.class,
            FeedsVerifyCommand.class,
            FeedsImportCommand.class
        },
        description =
                "Works with feeds of advisories: fetches them, signs them, carries them to sites without a way to their publishers.",
        synopsisSubcommandLabel = "COMMAND")
final class FeedsCommand {}

package dev.breakwater.cli.feed;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedFolder;
import dev.breakwater.feeds.FeedJudgement;
import dev.breakwater.feeds.FeedProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the feeds of a folder are. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description = "Reads every feed of a folder and says what it is, how much is in it, and what cannot be read.",
        footer = {
            "",
            "Exit codes: 0 all feeds are sound, 2 the command line is wrong, 3 one is not sound, or there is none."
        })
public final class FeedsListCommand implements Callable<Integer> {

    private static final int NOT_SOUND = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "A folder of feeds: each file and each folder in it is one.")
    private Path folder = Path.of("");

    @Option(
            names = FeedDays.OPTION,
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "How old the newest entry of a feed may be (default: ${DEFAULT-VALUE}).")
    private int maxAge = 30;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Duration longest = FeedDays.of(maxAge, spec.commandLine());
        List<FeedFile> files = FeedFolder.open(folder).files();
        if (files.isEmpty()) {
            out.println(Shown.text("There is no feed in " + folder + "."));
            return NOT_SOUND;
        }
        boolean sound = true;
        for (FeedFile file : files) {
            sound &= isSound(file, longest, out);
        }
        return sound ? 0 : NOT_SOUND;
    }

    /** One that cannot be read at all is told like the others, which are read all the same. */
    private static boolean isSound(FeedFile file, Duration longest, PrintWriter out) {
        try {
            Feed feed = file.read(advisory -> {});
            FeedJudgement judgement =
                    FeedJudgement.of(feed, null, longest, Clock.systemUTC().instant());
            FeedLines.feed(feed, judgement, out);
            for (FeedProblem problem : feed.problems()) {
                out.println(Shown.text("    " + problem.where() + ": " + problem.reason()));
            }
            return judgement.state() == FeedJudgement.State.SOUND;
        } catch (IOException unread) {
            FeedLines.unread(file, unread, out);
            return false;
        }
    }
}

package dev.breakwater.cli.feed;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedJudgement;
import dev.breakwater.feeds.bundle.Manifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** Feeds as lines for people; whatever a feed is called, each is one line. */
final class FeedLines {

    private FeedLines() {}

    static void feed(Feed feed, FeedJudgement judgement, PrintWriter out) {
        String newest = feed.newest() == null ? "not dated" : "newest " + feed.newest();
        out.println(Shown.text(String.format(
                        Locale.ROOT,
                        "%-8s  %s  %s  %d entries, %d of them advisories  %s  %s",
                        judgement.state().name().toLowerCase(Locale.ROOT),
                        feed.name(),
                        feed.format().title(),
                        feed.entries() + feed.signals(),
                        feed.advisories(),
                        newest,
                        judgement.reason())
                .stripTrailing()));
        feed.small().forEach(words -> out.println(Shown.text("    " + words)));
    }

    static void unread(FeedFile file, IOException failure, PrintWriter out) {
        out.println(Shown.text(String.format(
                Locale.ROOT,
                "%-8s  %s  cannot be read: %s",
                "refused",
                file.path().getFileName(),
                failure.getMessage())));
    }

    static void manifest(Manifest manifest, PrintWriter out) {
        out.println("made " + manifest.created() + ", " + manifest.files().size() + " files");
        for (Manifest.Told feed : manifest.feeds()) {
            out.println(Shown.text("  " + feed.name() + "  " + feed.format().title() + "  " + feed.entries()
                    + " entries" + (feed.newest() == null ? "" : "  newest " + feed.newest())));
        }
    }
}

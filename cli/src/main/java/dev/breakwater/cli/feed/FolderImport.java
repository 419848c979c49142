package dev.breakwater.cli.feed;

import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedFolder;
import dev.breakwater.feeds.FeedJudgement;
import dev.breakwater.feeds.bundle.FeedBundle;
import dev.breakwater.seal.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a bundle into a folder of feeds, by the rules by which central takes feeds. */
public final class FolderImport {

    private FolderImport() {}

    /**
     * Opens the bundle beside the folder, judges each feed against the one of the same name that is there, and puts those that are not
     * refused in their place.
     *
     * @return whether all were taken
     */
    public static boolean take(Path bundle, Trust trust, Path folder, Duration longestAge, PrintWriter out)
            throws IOException {
        Path target = folder.toAbsolutePath();
        Files.createDirectories(target);
        Path opened = target.resolveSibling("." + target.getFileName() + ".import-"
                + ProcessHandle.current().pid());
        try (InputStream in = Files.newInputStream(bundle)) {
            FeedBundle.open(in, trust, opened);
            return take(opened, target, longestAge, out);
        } finally {
            remove(opened);
        }
    }

    private static boolean take(Path opened, Path folder, Duration longestAge, PrintWriter out) throws IOException {
        Map<String, FeedFile> there = new HashMap<>();
        FeedFolder.open(folder).files().forEach(file -> there.put(file.name(), file));
        boolean all = true;
        for (FeedFile file : FeedFolder.open(opened).files()) {
            Feed feed = file.read(advisory -> {});
            FeedFile before = there.get(file.name());
            FeedJudgement judgement = FeedJudgement.of(
                    feed, before(before), longestAge, Clock.systemUTC().instant());
            FeedLines.feed(feed, judgement, out);
            if (judgement.state() == FeedJudgement.State.REFUSED) {
                all = false;
                continue;
            }
            if (before != null) {
                remove(before.path());
            }
            Files.move(file.path(), folder.resolve(file.path().getFileName()));
        }
        return all;
    }

    private static FeedJudgement.@Nullable Before before(@Nullable FeedFile file) throws IOException {
        if (file == null) {
            return null;
        }
        Feed feed = file.read(advisory -> {});
        return new FeedJudgement.Before(feed.entries() + feed.signals(), feed.newest());
    }

    private static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}

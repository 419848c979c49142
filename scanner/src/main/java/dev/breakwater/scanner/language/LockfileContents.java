package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One file that a language package manager made, by itself: a lockfile of a project, or a Java archive. */
public final class LockfileContents {

    private LockfileContents() {}

    /**
     * What the file tells, as if it were all of an image.
     *
     * @return empty if no reader wants a file by that name
     */
    public static Optional<ImageContents> read(Path file) throws IOException {
        EntryFacts facts = EntryFacts.of(file.getFileName().toString(), Files.size(file), 0644);
        Optional<PackageReader> reader =
                LanguageReaders.all().stream().filter(one -> one.wants(facts)).findFirst();
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return Optional.of(contents(file, reader.get().read(new Content(facts, stream)), List.of()));
        } catch (UnreadableEntry damaged) {
            Unread reason = new Unread(facts.path(), String.valueOf(damaged.getMessage()));
            return Optional.of(contents(file, damaged.found(), List.of(reason)));
        }
    }

    private record Content(EntryFacts facts, InputStream stream) implements EntryContent {}

    private static ImageContents contents(Path file, List<InstalledPackage> packages, List<Unread> unread) {
        ImageConfig none = new ImageConfig(
                null, "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());
        return new ImageContents(
                file.getFileName().toString(), "", "", null, List.of(), packages, List.of(), List.of(), none, unread);
    }
}

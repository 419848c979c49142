package dev.breakwater.central.vulnerabilities.internal.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for what comes, removed with all that is in it. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder make() throws IOException {
        return new WorkFolder(Files.createTempDirectory("breakwater-feed"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.deleteIfExists(one);
        }
    }
}

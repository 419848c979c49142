package dev.breakwater.feeds;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Public feeds to read; tests that need them are skipped, and say so, where they are not there. */
public final class Corpus {

    private Corpus() {}

    /** A file or folder of the corpus. */
    public static Path file(String first, String... more) {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: no feeds to read");
        Path file = Path.of(corpus).resolve(Path.of(first, more));
        Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
        return file;
    }
}

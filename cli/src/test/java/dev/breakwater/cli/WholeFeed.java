package dev.breakwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Folders of advisories that are complete for an ecosystem. */
final class WholeFeed {

    /** As many as make a collection. */
    private static final int ADVISORIES = 10;

    private WholeFeed() {}

    /** Adds advisories of packages that nobody has. */
    static void fill(Path folder, String ecosystem) throws IOException {
        fill(folder, ecosystem, Instant.now());
    }

    /** The same, all changed last at one instant. */
    static void fill(Path folder, String ecosystem, Instant modified) throws IOException {
        for (int i = 0; i < ADVISORIES; i++) {
            Files.writeString(folder.resolve("OTHER-" + i + ".json"), """
                    {"id": "OTHER-%d", "modified": "%s",
                     "affected": [{"package": {"ecosystem": "%s", "name": "nobody-has-%d"}, "versions": ["1.0"]}]}
                    """.formatted(i, modified, ecosystem, i));
        }
    }
}

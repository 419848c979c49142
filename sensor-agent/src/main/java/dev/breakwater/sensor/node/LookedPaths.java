package dev.breakwater.sensor.node;

import dev.breakwater.engine.compliance.MachineChecks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The paths that are looked at, of {@code looked-paths.txt}. */
final class LookedPaths {

    private static final String FILE = "looked-paths.txt";

    /** How much of a file is kept. */
    enum Depth {
        FACTS,
        CONFIG,
        /** Of a file of encryption only which providers it names. */
        PROVIDERS,
        SYSTEM,
        ACCOUNT
    }

    /**
     * One of them.
     *
     * @param pattern {@code *} stands for any characters of one name
     */
    record Looked(Depth depth, String pattern) {

        boolean isPattern() {
            return pattern.indexOf('*') >= 0;
        }
    }

    private LookedPaths() {}

    static List<Looked> all() {
        try (InputStream stream = LookedPaths.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is missing from this build");
            }
            List<Looked> all = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] words = line.strip().split("\\s+");
                    if (words.length != 2 || !words[1].startsWith("/")) {
                        throw new IllegalStateException(FILE + ": '" + line + "' is no depth and path");
                    }
                    all.add(new Looked(Depth.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1]));
                }
            }
            // Whatever a check asks for is looked at, so that a path that is not there is known not to be.
            MachineChecks.paths().stream()
                    .filter(path -> path.startsWith("/"))
                    .forEach(path -> all.add(new Looked(Depth.FACTS, path)));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }
}

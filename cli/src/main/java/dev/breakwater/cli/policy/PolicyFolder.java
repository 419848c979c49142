package dev.breakwater.cli.policy;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files of policies, and of their tests: {@code *.test.yaml}. */
public final class PolicyFolder {

    private static final long MOST_BYTES = 8_000_000;

    /**
     * A file as it was read.
     *
     * @param name as the person named it, or its folder
     */
    public record Text(String name, Path file, String text) {}

    private PolicyFolder() {}

    /**
     * The files of policies: those that are named, and of folders those that end in yaml, yml or json and are no tests. By name.
     *
     * @throws IOException if there is nothing of one of these names, it cannot be read, or there is none at all
     */
    public static List<Text> policies(Collection<Path> paths) throws IOException {
        return read(paths, file -> isDocument(file) && !isTest(file), "no policy file");
    }

    /** The same for tests. */
    public static List<Text> tests(Collection<Path> paths) throws IOException {
        return read(paths, PolicyFolder::isTest, "no test file (*.test.yaml)");
    }

    private static List<Text> read(Collection<Path> paths, Predicate<Path> wanted, String none) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> found = Files.walk(path)) {
                    found.filter(Files::isRegularFile).filter(wanted).sorted().forEach(files::add);
                }
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new NoSuchFileException(path.toString());
            }
        }
        if (files.isEmpty()) {
            throw new IOException(none + " in "
                    + String.join(", ", paths.stream().map(Path::toString).toList()));
        }
        List<Text> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(new Text(file.toString(), file, text(file)));
        }
        return texts;
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " has more than " + MOST_BYTES + " bytes; at most that many are read");
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not UTF-8", e);
        }
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    /** Whether a file holds tests of policies. */
    public static boolean isTest(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return isDocument(file) && name.substring(0, name.lastIndexOf('.')).endsWith(".test");
    }
}

package dev.breakwater.manifests;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Finds the manifests of a folder: YAML and JSON, not in hidden folders, and nothing that a link leads out to. */
public final class ManifestFolder {

    private static final int MOST_DEPTH = 32;
    private static final int MOST_FILES = 100_000;
    private static final EnumSet<FileVisitOption> WITHOUT_LINKS = EnumSet.noneOf(FileVisitOption.class);

    /**
     * A file and what tells whether it changed.
     *
     * @param where its name for people, relative to the folder
     * @param file the real file behind links
     */
    public record Entry(String where, Path file, long size, long modified, String key) {}

    /**
     * What a walk found.
     *
     * @param folders all folders, for watching
     */
    public record Listing(List<Entry> files, List<Path> folders, List<ManifestProblem> problems) {}

    private final Path root;
    private final String prefix;

    /** @param prefix stands before the names of files, empty if there is but one folder */
    public ManifestFolder(Path root, String prefix) {
        this.root = root;
        this.prefix = prefix;
    }

    /**
     * Walks the folder.
     *
     * @throws IOException if the folder itself cannot be read
     */
    public Listing list() throws IOException {
        Path real = root.toRealPath();
        Walk walk = new Walk(real);
        Files.walkFileTree(real, WITHOUT_LINKS, MOST_DEPTH, walk);
        return new Listing(List.copyOf(walk.files.values()), walk.folders, walk.problems);
    }

    private static boolean isManifest(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Path real;
        private final TreeMap<String, Entry> files = new TreeMap<>();
        private final List<Path> folders = new ArrayList<>();
        private final List<ManifestProblem> problems = new ArrayList<>();
        private final Set<Path> seen = new HashSet<>();

        Walk(Path real) {
            this.real = real;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                    !folder.equals(real) && folder.getFileName().toString().startsWith(".");
            if (hidden) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isManifest(file)) {
                return FileVisitResult.CONTINUE;
            }
            String where = prefix + real.relativize(file);
            if (files.size() >= MOST_FILES) {
                problems.add(new ManifestProblem(where, 0, "more than " + MOST_FILES + " files; the rest is not read"));
                return FileVisitResult.TERMINATE;
            }
            if (attributes.isSymbolicLink()) {
                link(file, where);
            } else if (attributes.isRegularFile()) {
                add(where, file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        private void link(Path file, String where) {
            try {
                Path target = file.toRealPath();
                if (!target.startsWith(real)) {
                    problems.add(new ManifestProblem(where, 0, "the link leads out of the folder and is not followed"));
                } else if (Files.isRegularFile(target)) {
                    add(where, target, Files.readAttributes(target, BasicFileAttributes.class));
                }
            } catch (IOException e) {
                problems.add(new ManifestProblem(where, 0, "the link leads nowhere"));
            }
        }

        private void add(String where, Path file, BasicFileAttributes attributes) {
            if (seen.add(file)) {
                long modified = attributes.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS);
                files.put(
                        where,
                        new Entry(where, file, attributes.size(), modified, String.valueOf(attributes.fileKey())));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException thrown) throws IOException {
            if (file.equals(real)) {
                throw thrown;
            }
            problems.add(new ManifestProblem(prefix + real.relativize(file), 0, "cannot be read"));
            return FileVisitResult.CONTINUE;
        }
    }
}

package dev.breakwater.sensor.node;

import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A machine's files below a folder. Paths are the machine's own, such as {@code /etc/passwd}; symbolic links are followed as the
 * machine would, so they never lead out of the folder.
 */
final class Root {

    private static final int MOST_LINKS = 40;
    private static final int MOST_IN_FOLDER = 20_000;
    private static final int FORMAT_BITS = 0170000;

    private final Path folder;

    Root(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A file's status.
     *
     * @param mode with the bits of its format
     */
    record Status(int mode, int uid, int gid, long size, long device) {

        FileKind kind() {
            return switch (mode & FORMAT_BITS) {
                case 0100000 -> FileKind.FILE;
                case 0040000 -> FileKind.DIRECTORY;
                default -> FileKind.OTHER;
            };
        }

        boolean isLink() {
            return (mode & FORMAT_BITS) == 0120000;
        }

        int permissions() {
            return mode & 07777;
        }
    }

    Path folder() {
        return folder;
    }

    /** Whether it is the machine that this runs on, not a copy of one or a mount. */
    boolean isOwn() {
        return folder.getNameCount() == 0;
    }

    /** Where a path lies, its links followed; the last one stays if it is not to be followed. */
    Path resolve(String path, boolean followLast) throws IOException {
        Deque<String> rest = new ArrayDeque<>(parts(path));
        List<String> done = new ArrayList<>();
        int links = 0;
        while (!rest.isEmpty()) {
            String part = rest.removeFirst();
            if (part.equals("..")) {
                if (!done.isEmpty()) {
                    done.removeLast();
                }
                continue;
            }
            Path here = at(done).resolve(part);
            if (!(rest.isEmpty() && !followLast) && Files.isSymbolicLink(here)) {
                if (++links > MOST_LINKS) {
                    throw new IOException("more than " + MOST_LINKS + " symbolic links");
                }
                String target = Files.readSymbolicLink(here).toString();
                if (target.startsWith("/")) {
                    done.clear();
                }
                List<String> steps = parts(target);
                for (int i = steps.size() - 1; i >= 0; i--) {
                    rest.addFirst(steps.get(i));
                }
            } else {
                done.add(part);
            }
        }
        return at(done);
    }

    private Path at(List<String> parts) {
        Path path = folder;
        for (String part : parts) {
            path = path.resolve(part);
        }
        return path;
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }

    /**
     * The status of what a path leads to.
     *
     * @throws NoSuchFileException if there is nothing
     */
    Status status(String path) throws IOException {
        return statusOf(resolve(path, true));
    }

    static Status statusOf(Path place) throws IOException {
        Map<String, Object> read = Files.readAttributes(place, "unix:mode,uid,gid,size,dev", LinkOption.NOFOLLOW_LINKS);
        return new Status(
                (Integer) read.get("mode"),
                (Integer) read.get("uid"),
                (Integer) read.get("gid"),
                (Long) read.get("size"),
                (Long) read.get("dev"));
    }

    /** Where a symbolic link at the path points, empty = it is none. */
    String link(String path) throws IOException {
        Path place = resolve(path, false);
        return Files.isSymbolicLink(place) ? Files.readSymbolicLink(place).toString() : "";
    }

    boolean exists(String path) {
        try {
            status(path);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The first bytes of a regular file, at most so many; what is no regular file is not opened. */
    byte[] read(String path, int most) throws IOException {
        Path place = resolve(path, true);
        if (statusOf(place).kind() != FileKind.FILE) {
            throw new IOException("is not a regular file");
        }
        try (InputStream stream = open(place)) {
            return stream.readNBytes(most);
        }
    }

    InputStream open(Path place) throws IOException {
        return Files.newInputStream(place, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** Names in a folder, sorted. */
    List<String> names(String path) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(path, true))) {
            for (Path entry : entries) {
                if (names.size() == MOST_IN_FOLDER) {
                    throw new IOException("holds more than " + MOST_IN_FOLDER + " entries");
                }
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(null);
        return names;
    }
}

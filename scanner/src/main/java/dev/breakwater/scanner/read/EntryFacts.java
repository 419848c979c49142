package dev.breakwater.scanner.read;

/**
 * A regular file of a layer, before its content is read.
 *
 * @param path normalised, without a leading slash, never with {@code ..}
 * @param name the part of the path after the last slash
 * @param size bytes, as the archive says
 * @param mode permission bits with setuid, setgid and sticky
 */
public record EntryFacts(String path, String name, long size, int mode) {

    /** The facts of a path. */
    public static EntryFacts of(String path, long size, int mode) {
        return new EntryFacts(path, path.substring(path.lastIndexOf('/') + 1), size, mode);
    }

    public boolean isExecutable() {
        return (mode & 0111) != 0;
    }
}

package dev.breakwater.engine.image;

/**
 * A file that deserves a look.
 *
 * @param path without a leading slash
 * @param mode permission bits with setuid, setgid and sticky
 * @param layer the diff id of the layer that brought it
 */
public record FoundFile(Kind kind, String path, int mode, long owner, String layer) {

    /** Why it deserves a look. */
    public enum Kind {
        SETUID,
        SETGID,
        WORLD_WRITABLE,
        SSH_SERVER,
        PACKAGE_MANAGER,
        COMPILER,
        SHELL,
        DOWNLOADER
    }
}

package dev.breakwater.scanner.layer;

/**
 * One entry of a tar.
 *
 * @param name as the archive writes it
 * @param target of links, else empty
 * @param size of the content, bytes; 0 for what has none
 * @param mode permission bits with setuid, setgid and sticky
 * @param sparse whether the content has holes, so that what is stored is not what is read
 */
record TarEntry(Type type, String name, String target, long size, int mode, long owner, boolean sparse) {

    enum Type {
        FILE,
        HARD_LINK,
        SYMBOLIC_LINK,
        FOLDER,
        /** A device, a pipe, or what no one knows. */
        OTHER
    }
}

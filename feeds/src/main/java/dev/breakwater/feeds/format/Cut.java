package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.version.VersionScheme;

/**
 * A place between versions.
 *
 * @param version empty = before the first or, with {@code after}, behind the last
 * @param after behind the version, else before it
 */
record Cut(String version, boolean after) {

    static final Cut FIRST = new Cut("", false);
    static final Cut LAST = new Cut("", true);

    static Cut before(String version) {
        return new Cut(version, false);
    }

    static Cut behind(String version) {
        return new Cut(version, true);
    }

    int compare(Cut other, VersionScheme scheme) {
        if (version.isEmpty() || other.version.isEmpty()) {
            return Integer.compare(rank(), other.rank());
        }
        int byVersion = scheme.compare(version, other.version);
        return byVersion != 0 ? byVersion : Boolean.compare(after, other.after);
    }

    private int rank() {
        return !version.isEmpty() ? 0 : after ? 1 : -1;
    }
}

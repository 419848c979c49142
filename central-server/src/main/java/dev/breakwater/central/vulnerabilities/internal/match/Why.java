package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.vulnerabilities.ImageChange.Cause;

/**
 * Why what is said of packages changes.
 *
 * @param words a sentence without its end
 */
record Why(Cause kind, String words) {

    /** As it is kept. */
    static Why of(String kind, String words) {
        return new Why(Cause.valueOf(kind), words);
    }
}

package dev.breakwater.scanner.layer;

import java.util.List;
import java.util.Set;

/**
 * Where a distribution keeps what it knows of itself. A link on the way to such a place is either one between two places that
 * are read, or leads to where nobody looks, which must be told: else an image hides its packages behind a link.
 */
public final class SystemPaths {

    /** What a symbolic link means for these paths. */
    enum Link {
        /** Nothing. */
        NONE,
        /** Two names of one folder, both known. */
        KNOWN,
        /** What lies there is not read. */
        ELSEWHERE
    }

    /** Where os-release and the package databases lie, by all names that they have. */
    private static final Set<String> PLACES = Set.of(
            "etc/os-release",
            "usr/lib/os-release",
            "var/lib/dpkg/status",
            "var/lib/dpkg/status.d",
            "lib/apk/db/installed",
            "usr/lib/apk/db/installed",
            "var/lib/rpm/Packages",
            "var/lib/rpm/Packages.db",
            "var/lib/rpm/rpmdb.sqlite",
            "usr/lib/sysimage/rpm/Packages",
            "usr/lib/sysimage/rpm/Packages.db",
            "usr/lib/sysimage/rpm/rpmdb.sqlite",
            "usr/share/rpm/Packages",
            "usr/share/rpm/Packages.db",
            "usr/share/rpm/rpmdb.sqlite");

    private static final List<String> SORTED = PLACES.stream().sorted().toList();

    Link link(String path, String target) {
        Link link = path.indexOf('/') < 0 ? Link.KNOWN : Link.NONE;
        for (String place : SORTED) {
            if (place.equals(path) || place.startsWith(path + "/")) {
                if (!PLACES.contains(target + place.substring(path.length()))) {
                    return Link.ELSEWHERE;
                }
                link = Link.KNOWN;
            }
        }
        return link;
    }
}

package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.Purls;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packages that one file tells of, each once, in the order told, no more than a bound. */
final class PackageList {

    /** A lockfile of a large monorepo names some ten thousand. */
    static final int MOST = 100_000;

    /** The longest name or version that is believed: registries allow 214 (npm) to 255. */
    private static final int LONGEST = 512;

    private final Map<String, InstalledPackage> found = new LinkedHashMap<>();

    private final String path;

    PackageList(String path) {
        this.path = path;
    }

    void add(PackageType type, String name, String version) throws UnreadableEntry {
        add(type, name, version, path);
    }

    /** Adds a package; without a name or a version, or with one that is no such thing, it is none. */
    void add(PackageType type, String name, String version, String where) throws UnreadableEntry {
        if (!isWord(name) || !isWord(version)) {
            return;
        }
        if (found.size() >= MOST) {
            throw new UnreadableEntry("tells of more than " + MOST + " packages", packages());
        }
        String key = type + " " + name + " " + version + " " + where;
        if (!found.containsKey(key)) {
            found.put(
                    key,
                    new InstalledPackage(name, version, "", type, Purls.of(type, name, version), "", "", where, ""));
        }
    }

    List<InstalledPackage> packages() {
        return new ArrayList<>(found.values());
    }

    String path() {
        return path;
    }

    private static boolean isWord(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars()
                        .noneMatch(
                                each -> Character.isWhitespace(each) || Character.isISOControl(each) || each == 0xFFFD);
    }
}

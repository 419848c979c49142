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

    private static final int SHOWN = 80;

    private final Map<String, InstalledPackage> found = new LinkedHashMap<>();

    private final String path;

    private String refused = "";
    private int refusals;

    PackageList(String path) {
        this.path = path;
    }

    void add(PackageType type, String name, String version) throws UnreadableEntry {
        add(type, name, version, path);
    }

    /** Adds one that is installed: a name without a version is a package of which nothing can be said. */
    void addInstalled(PackageType type, String name, String version) throws UnreadableEntry {
        if (!name.isEmpty() && version.isEmpty()) {
            refuse("names " + shown(name) + " without a version, so that nothing can be said of it");
        }
        add(type, name, version);
    }

    /**
     * Adds a package. Without a name or a version it is none: a folder, the project itself, an address in place of a release. With one
     * that no package can have it is not added, which {@link #refused()} tells.
     */
    void add(PackageType type, String name, String version, String where) throws UnreadableEntry {
        if (name.isEmpty() || version.isEmpty()) {
            return;
        }
        if (!isWord(name) || !isWord(version)) {
            refuse(
                    isWord(name)
                            ? "names " + shown(name) + " with " + shown(version) + ", which is no version"
                            : "names " + shown(name) + ", which is no name of a package");
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

    /** What was named and could not be taken, as the end of the sentence "path …"; empty = all was taken. */
    String refused() {
        return refusals < 2 ? refused : refused + ", and " + (refusals - 1) + " more like it";
    }

    private void refuse(String reason) {
        refused = refused.isEmpty() ? reason : refused;
        refusals++;
    }

    private static String shown(String text) {
        return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "'";
    }

    String path() {
        return path;
    }

    private static boolean isWord(String text) {
        return text.length() <= LONGEST
                && text.chars()
                        .noneMatch(
                                each -> Character.isWhitespace(each) || Character.isISOControl(each) || each == 0xFFFD);
    }
}

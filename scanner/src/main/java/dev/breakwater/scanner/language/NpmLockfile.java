package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** npm's {@code package-lock.json} of each version; what only development needs is left out. */
final class NpmLockfile extends Lockfile {

    private static final String MODULES = "node_modules/";

    private static final int DEEPEST = 50;

    NpmLockfile() {
        super("npm lockfile", "package-lock.json", "npm-shrinkwrap.json");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(
                content.stream(),
                Structured.OF_AN_ENTRY,
                Map.of(
                        "packages", (path, one) -> ofPath(path, one, into),
                        "dependencies", (name, one) -> ofTree(name, one, into, 0)));
    }

    /** Version 2 and 3: by the folder they are installed in; the project itself and its workspaces stand in no such folder. */
    private static void ofPath(String path, JsonNode one, PackageList into) throws UnreadableEntry {
        int modules = path.lastIndexOf(MODULES);
        if (modules >= 0 && !isLeftOut(one) && !one.path("link").asBoolean(false)) {
            String alias = path.substring(modules + MODULES.length());
            into.add(PackageType.NPM, one.has("name") ? text(one, "name") : alias, released(text(one, "version")));
        }
    }

    /** Version 1: by name, those within another nested. */
    private static void ofTree(String name, JsonNode one, PackageList into, int depth) throws UnreadableEntry {
        if (depth > DEEPEST) {
            throw new UnreadableEntry("nests dependencies deeper than " + DEEPEST);
        }
        String version = text(one, "version");
        if (!isLeftOut(one)) {
            int at = version.lastIndexOf('@');
            if (version.startsWith("npm:") && at > 4) {
                into.add(PackageType.NPM, version.substring(4, at), released(version.substring(at + 1)));
            } else {
                into.add(PackageType.NPM, name, released(version));
            }
        }
        for (Map.Entry<String, JsonNode> each : one.path("dependencies").properties()) {
            ofTree(each.getKey(), each.getValue(), into, depth + 1);
        }
    }

    private static boolean isLeftOut(JsonNode one) {
        return one.path("dev").asBoolean(false);
    }

    /** A version out of a registry; an address or a folder is none. */
    static String released(String version) {
        return !version.isEmpty() && Character.isDigit(version.charAt(0)) ? version : "";
    }
}

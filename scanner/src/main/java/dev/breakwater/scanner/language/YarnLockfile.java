package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import java.io.IOException;

/** {@code yarn.lock}, of Yarn 1 and of Yarn 2 and newer, by its lines: one is not YAML, both are alike. */
final class YarnLockfile extends Lockfile {

    YarnLockfile() {
        super("Yarn lockfile", "yarn.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        String name = "";
        String version = "";
        for (String line : (Iterable<String>) Lines.of(content)::iterator) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                into.add(PackageType.NPM, name, version);
                name = name(line);
                version = "";
            } else if (line.startsWith("  version")) {
                version = NpmLockfile.released(unquoted(line.substring("  version".length())));
            } else if (line.startsWith("  resolution:")) {
                String resolution = unquoted(line.substring("  resolution:".length()));
                int at = resolution.indexOf('@', 1);
                boolean isOwn =
                        at > 0 && (resolution.startsWith("@workspace:", at) || resolution.startsWith("@link:", at));
                name = isOwn ? "" : at > 0 ? resolution.substring(0, at) : name;
            }
        }
        into.add(PackageType.NPM, name, version);
    }

    /** {@code "@babel/core@^7.0.0", "@babel/core@^7.1.0":} and, of an alias, {@code "other@npm:lodash@^4.0.0":}. */
    private static String name(String head) {
        String first = unquoted(head.split(",", 2)[0].replaceFirst(":$", ""));
        int at = first.indexOf('@', 1);
        if (at < 0) {
            return "";
        }
        String range = first.substring(at + 1);
        int inner = range.indexOf('@', "npm:@".length());
        return range.startsWith("npm:") && inner > 0 ? range.substring("npm:".length(), inner) : first.substring(0, at);
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        bare = bare.startsWith(":") ? bare.substring(1).strip() : bare;
        return bare.replaceAll("^\"|\"$", "");
    }
}

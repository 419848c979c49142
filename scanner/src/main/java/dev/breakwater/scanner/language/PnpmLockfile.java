package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code pnpm-lock.yaml} of the lockfile versions 5 to 9; what is marked as of development only is left out. */
final class PnpmLockfile extends Lockfile {

    PnpmLockfile() {
        super("pnpm lockfile", "pnpm-lock.yaml");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.yaml(
                content.stream(), Structured.OF_AN_ENTRY, Map.of("packages", (key, one) -> read(key, one, into)));
    }

    /** {@code /lodash/4.17.4_peer@1} (5), {@code /lodash@4.17.4(peer@1)} (6), {@code lodash@4.17.4} (9). */
    private static void read(String key, JsonNode one, PackageList into) throws UnreadableEntry {
        if (text(one, "dev").equals("true")) {
            return;
        }
        String bare = key.startsWith("/") ? key.substring(1) : key;
        int peers = bare.indexOf('(');
        bare = peers < 0 ? bare : bare.substring(0, peers);
        int at = bare.indexOf('@', 1);
        if (at < 0 || bare.indexOf('/', bare.startsWith("@") ? bare.indexOf('/') + 1 : 0) >= 0 && key.startsWith("/")) {
            at = bare.lastIndexOf('/');
        }
        String name = one.has("name") ? text(one, "name") : at > 0 ? bare.substring(0, at) : "";
        String version = one.has("version")
                ? text(one, "version")
                : bare.substring(at + 1).split("_", 2)[0];
        into.add(PackageType.NPM, name, NpmLockfile.released(version));
    }
}

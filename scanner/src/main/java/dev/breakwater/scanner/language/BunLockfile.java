package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;

/** {@code bun.lock}, JSON with comments and trailing commas. */
final class BunLockfile extends Lockfile {

    BunLockfile() {
        super("bun lockfile", "bun.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(content.stream(), Structured.OF_AN_ENTRY, Map.of("packages", (key, one) -> {
            String resolved = one.path(0).asString("");
            int at = resolved.indexOf('@', 1);
            if (at > 0) {
                into.add(PackageType.NPM, resolved.substring(0, at), NpmLockfile.released(resolved.substring(at + 1)));
            }
        }));
    }
}

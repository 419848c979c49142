package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;

/** Dart's {@code pubspec.lock}, without what comes with the SDK or is for development alone. */
final class PubLockfile extends Lockfile {

    PubLockfile() {
        super("pubspec.lock", "pubspec.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.yaml(content.stream(), Structured.OF_AN_ENTRY, Map.of("packages", (name, one) -> {
            if (!text(one, "source").equals("sdk") && !text(one, "dependency").equals("direct dev")) {
                into.add(PackageType.PUB, name, text(one, "version"));
            }
        }));
    }
}

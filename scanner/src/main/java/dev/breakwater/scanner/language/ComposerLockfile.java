package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;

/** {@code composer.lock}: what is needed to run. */
final class ComposerLockfile extends Lockfile {

    ComposerLockfile() {
        super("composer.lock", "composer.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(
                content.stream(),
                Structured.OF_AN_ENTRY,
                Map.of(
                        "packages",
                        (none, one) -> into.add(PackageType.COMPOSER, text(one, "name"), text(one, "version"))));
    }
}

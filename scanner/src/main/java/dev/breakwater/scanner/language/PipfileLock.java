package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;

/** {@code Pipfile.lock}: the packages of its default group. */
final class PipfileLock extends Lockfile {

    PipfileLock() {
        super("Pipfile.lock", "Pipfile.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(
                content.stream(),
                Structured.OF_AN_ENTRY,
                Map.of("default", (name, one) -> into.add(PackageType.PYPI, name, pinned(text(one, "version")))));
    }

    private static String pinned(String version) {
        return version.replaceFirst("^={2,3}", "");
    }
}

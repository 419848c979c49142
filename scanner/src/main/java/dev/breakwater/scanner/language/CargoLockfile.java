package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Set;

/** {@code Cargo.lock}: the crates that come from somewhere; those without a source are the project itself. */
final class CargoLockfile extends Lockfile {

    CargoLockfile() {
        super("Cargo lockfile", "Cargo.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.toml(Lines.of(content), Set.of("package"), (table, one) -> {
            if (!text(one, "source").isEmpty()) {
                into.add(PackageType.CARGO, text(one, "name"), text(one, "version"));
            }
        });
    }
}

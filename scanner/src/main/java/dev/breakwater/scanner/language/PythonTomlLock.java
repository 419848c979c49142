package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The TOML lockfiles of Python: {@code poetry.lock}, {@code uv.lock}, {@code pdm.lock} and {@code pylock.toml} (PEP 751). */
final class PythonTomlLock extends Lockfile {

    PythonTomlLock() {
        super("Python lockfile", "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        String name = facts.name();
        boolean isNamedPylock =
                name.startsWith("pylock.") && name.endsWith(".toml") && !isOfAnInstalledPackage(facts.path());
        return isNamedPylock || super.wants(facts);
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.toml(Lines.of(content), Set.of("package", "packages"), (table, one) -> {
            JsonNode source = one.path("source");
            boolean isOwn = source.has("virtual") || source.has("editable");
            if (!isOwn && !text(one, "category").equals("dev")) {
                into.add(PackageType.PYPI, text(one, "name"), text(one, "version"));
            }
        });
    }
}

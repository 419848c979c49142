package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
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
        JsonNode lock = Structured.toml(content.bytes(Structured.LARGEST_TOML));
        for (String table : new String[] {"package", "packages"}) {
            for (JsonNode each : lock.path(table)) {
                JsonNode source = each.path("source");
                boolean isOwn = source.has("virtual") || source.has("editable");
                if (!isOwn && !text(each, "category").equals("dev")) {
                    into.add(PackageType.PYPI, text(each, "name"), text(each, "version"));
                }
            }
        }
    }
}

package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code build.sbt.lock}: what any configuration but those of tests locks. */
final class SbtLockfile extends Lockfile {

    SbtLockfile() {
        super("sbt lockfile", "build.sbt.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(content.stream(), Structured.OF_AN_ENTRY, Map.of("dependencies", (none, one) -> {
            if (isOfRuntime(one.path("configurations"))) {
                into.add(PackageType.MAVEN, text(one, "org") + ":" + text(one, "name"), text(one, "version"));
            }
        }));
    }

    private static boolean isOfRuntime(JsonNode configurations) {
        boolean any = configurations.isEmpty();
        for (JsonNode each : configurations) {
            any |= each.asString("").equals("compile") || each.asString("").equals("runtime");
        }
        return any;
    }
}

package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** NuGet's {@code packages.lock.json}: the packages of each target framework. */
final class NuGetLockfile extends Lockfile {

    NuGetLockfile() {
        super("NuGet lockfile", "packages.lock.json");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(content.stream(), Structured.OF_AN_ENTRY, Map.of("dependencies", (framework, packages) -> {
            for (Map.Entry<String, JsonNode> each : packages.properties()) {
                if (!text(each.getValue(), "type").equalsIgnoreCase("Project")) {
                    into.add(PackageType.NUGET, each.getKey(), text(each.getValue(), "resolved"));
                }
            }
        }));
    }
}

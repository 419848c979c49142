package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Swift's {@code Package.resolved} of each version; a package is named by where it is kept. */
final class SwiftLockfile extends Lockfile {

    SwiftLockfile() {
        super("Package.resolved", "Package.resolved", ".package.resolved");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(
                content.stream(),
                Structured.OF_AN_ENTRY,
                Map.of(
                        "pins", (none, pin) -> read(pin, into),
                        "object",
                                (field, pins) -> {
                                    for (JsonNode pin : pins) {
                                        read(pin, into);
                                    }
                                }));
    }

    private static void read(JsonNode pin, PackageList into) throws UnreadableEntry {
        String address = pin.has("location") ? text(pin, "location") : text(pin, "repositoryURL");
        String name = address.replaceFirst("^[a-z+]{1,10}://(?:[^@/]{1,100}@)?", "")
                .replaceFirst("^git@([^:/]{1,200}):", "$1/")
                .replaceFirst("\\.git$", "");
        into.add(PackageType.SWIFT, name, text(pin.path("state"), "version"));
    }
}

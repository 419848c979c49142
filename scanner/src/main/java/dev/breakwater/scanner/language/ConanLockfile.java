package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code conan.lock} of Conan 1 (a graph) and 2 (a list): what is linked, not what builds. */
final class ConanLockfile extends Lockfile {

    ConanLockfile() {
        super("conan.lock", "conan.lock");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(
                content.stream(),
                Structured.OF_AN_ENTRY,
                Map.of(
                        "requires", (none, one) -> add(one.asString(""), into),
                        "graph_lock",
                                (field, nodes) -> {
                                    if (field.equals("nodes")) {
                                        for (JsonNode each : nodes) {
                                            add(text(each, "ref"), into);
                                        }
                                    }
                                }));
    }

    /** {@code pcre/8.43@user/channel#revision%time}. */
    private static void add(String reference, PackageList into) throws UnreadableEntry {
        String[] parts = reference.split("[@#%]", 2)[0].split("/");
        if (parts.length == 2) {
            into.add(PackageType.CONAN, parts[0], parts[1]);
        }
    }
}

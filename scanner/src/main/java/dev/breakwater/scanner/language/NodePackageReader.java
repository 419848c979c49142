package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** An installed npm package: {@code node_modules/NAME/package.json} or {@code node_modules/@SCOPE/NAME/package.json}. */
final class NodePackageReader extends FileReader {

    NodePackageReader() {
        super("package.json");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        if (!facts.name().equals("package.json")) {
            return false;
        }
        String path = facts.path();
        int modules = path.lastIndexOf("node_modules/");
        if (modules < 0 || modules > 0 && path.charAt(modules - 1) != '/') {
            return false;
        }
        String[] parts = path.substring(modules + "node_modules/".length()).split("/");
        return parts.length == 2 || parts.length == 3 && parts[0].startsWith("@");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Map<String, String> said = new HashMap<>();
        Structured.Visitor scalar = (field, value) -> {
            if (value.isString()) {
                said.put(field, value.asString());
            }
        };
        Structured.json(content.stream(), Structured.OF_AN_ENTRY, Map.of("name", scalar, "version", scalar));
        into.addInstalled(PackageType.NPM, said.getOrDefault("name", ""), said.getOrDefault("version", ""));
    }
}

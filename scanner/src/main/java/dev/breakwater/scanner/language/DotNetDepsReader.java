package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;

/** What a .NET program is made of: {@code NAME.deps.json}, with the runtime that is packed beside it. */
final class DotNetDepsReader extends FileReader {

    private static final String RUNTIME = "runtimepack.";

    DotNetDepsReader() {
        super(".deps.json");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        return facts.name().endsWith(".deps.json");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.json(content.stream(), Structured.OF_AN_ENTRY, Map.of("libraries", (key, one) -> {
            String type = text(one, "type");
            int slash = key.indexOf('/');
            if (slash > 0 && (type.equals("package") || type.equals("runtimepack"))) {
                String name = key.substring(0, slash);
                into.add(
                        PackageType.NUGET,
                        name.startsWith(RUNTIME) ? name.substring(RUNTIME.length()) : name,
                        key.substring(slash + 1));
            }
        }));
    }
}

package dev.breakwater.scanner.language;

import static dev.breakwater.scanner.structured.Structured.text;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.structured.Structured;
import java.io.IOException;
import java.util.Map;

/** What Composer installed: {@code vendor/composer/installed.json}, in Composer 1 a list, since 2 an object that holds it. */
final class ComposerInstalledReader extends FileReader {

    ComposerInstalledReader() {
        super("list of Composer's packages");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        return facts.name().equals("installed.json") && facts.path().endsWith("composer/installed.json");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        Structured.Visitor each =
                (none, one) -> into.add(PackageType.COMPOSER, text(one, "name"), text(one, "version"));
        Structured.json(content.stream(), Structured.OF_AN_ENTRY, Map.of("", each, "packages", each));
    }
}

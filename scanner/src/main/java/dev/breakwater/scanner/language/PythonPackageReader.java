package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import java.io.IOException;

/** An installed Python distribution: the core metadata in {@code *.dist-info}, {@code *.egg-info} or an unpacked egg. */
final class PythonPackageReader extends FileReader {

    PythonPackageReader() {
        super("Python metadata file");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        String path = facts.path();
        return switch (facts.name()) {
            case "METADATA" -> path.endsWith(".dist-info/METADATA");
            case "PKG-INFO" -> path.endsWith(".egg-info/PKG-INFO") || path.endsWith("EGG-INFO/PKG-INFO");
            default -> facts.name().endsWith(".egg-info");
        };
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        HeaderFields fields = HeaderFields.read(content.stream());
        into.addInstalled(PackageType.PYPI, fields.get("Name"), fields.get("Version"));
    }
}

package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.PackageReader;
import java.util.List;

/** Every reader of what language package managers leave in an image. A new one is a class, a test and a line here. */
public final class LanguageReaders {

    private static final List<PackageReader> ALL =
            List.of(new NodePackageReader(), new PythonPackageReader(), new GemSpecReader());

    private LanguageReaders() {}

    /** All of them; none is asked for a file before an earlier one that wants it, too. */
    public static List<PackageReader> all() {
        return ALL;
    }
}

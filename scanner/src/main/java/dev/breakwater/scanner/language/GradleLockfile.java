package dev.breakwater.scanner.language;

import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import java.io.IOException;
import java.util.Arrays;

/** {@code gradle.lockfile}: what any configuration but those of tests locks. */
final class GradleLockfile extends Lockfile {

    GradleLockfile() {
        super("Gradle lockfile", "gradle.lockfile");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        for (String line : (Iterable<String>) Lines.of(content)::iterator) {
            String[] parts = line.split("=", 2);
            String[] coordinates = parts[0].split(":");
            if (!line.startsWith("#") && parts.length == 2 && coordinates.length == 3 && !isOfTests(parts[1])) {
                into.add(PackageType.MAVEN, coordinates[0] + ":" + coordinates[1], coordinates[2].strip());
            }
        }
    }

    private static boolean isOfTests(String configurations) {
        return !configurations.isBlank()
                && Arrays.stream(configurations.split(","))
                        .allMatch(each -> each.strip().startsWith("test"));
    }
}

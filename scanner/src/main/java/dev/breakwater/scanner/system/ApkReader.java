package dev.breakwater.scanner.system;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The installed packages of apk (Alpine wiki, "Apk spec", installed database): a paragraph each, fields of one letter. */
public final class ApkReader implements PackageReader {

    private static final Set<String> PATHS = Set.of("lib/apk/db/installed", "usr/lib/apk/db/installed");
    private static final int MOST = 200_000;

    @Override
    public boolean wants(EntryFacts facts) {
        return PATHS.contains(facts.path());
    }

    @Override
    public List<InstalledPackage> read(EntryContent content) throws IOException {
        List<InstalledPackage> packages = new ArrayList<>();
        Lines lines = new Lines(content.stream());
        String path = content.facts().path();
        String[] fields = fresh();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                add(packages, fields, path);
                fields = fresh();
            } else if (line.length() > 1 && line.charAt(1) == ':') {
                int field = "PVAo".indexOf(line.charAt(0));
                if (field >= 0) {
                    fields[field] = line.substring(2).strip();
                }
            }
        }
        add(packages, fields, path);
        return packages;
    }

    private static String[] fresh() {
        return new String[] {"", "", "", ""};
    }

    private static void add(List<InstalledPackage> packages, String[] fields, String path) throws UnreadableEntry {
        if (fields[0].isEmpty() || fields[1].isEmpty()) {
            return;
        }
        if (packages.size() == MOST) {
            throw new UnreadableEntry("names more than " + MOST + " packages");
        }
        packages.add(new InstalledPackage(
                fields[0],
                fields[1],
                fields[2],
                PackageType.APK,
                "",
                fields[3].isEmpty() ? fields[0] : fields[3],
                fields[1],
                path,
                ""));
    }
}

package dev.breakwater.scanner.system.rpm;

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

/** The packages of rpm, from whichever of its databases; which one it is says the file. Keys that sign packages are none. */
public final class RpmReader implements PackageReader {

    private static final Set<String> FOLDERS = Set.of("var/lib/rpm/", "usr/lib/sysimage/rpm/", "usr/share/rpm/");
    private static final Set<String> NAMES = Set.of("Packages", "Packages.db", "rpmdb.sqlite", "rpmdb.sqlite-wal");
    private static final int MOST = 200_000;

    @Override
    public boolean wants(EntryFacts facts) {
        String path = facts.path();
        return NAMES.contains(facts.name())
                && FOLDERS.contains(
                        path.substring(0, path.length() - facts.name().length()));
    }

    @Override
    public List<InstalledPackage> read(EntryContent content) throws IOException {
        long size = content.facts().size();
        if (content.facts().name().endsWith("-wal")) {
            if (size > 0) {
                throw new UnreadableEntry("holds changes that are not in the database of packages yet");
            }
            return List.of();
        }
        if (size == 0) {
            return List.of();
        }
        List<InstalledPackage> packages = new ArrayList<>();
        String path = content.facts().path();
        try (DatabaseFile file = DatabaseFile.of(content)) {
            HeaderConsumer headers = bytes -> add(packages, RpmHeader.of(bytes), path);
            if (SqliteTable.is(file)) {
                SqliteTable.packages(file, headers);
            } else if (NdbPackages.is(file)) {
                NdbPackages.packages(file, headers);
            } else if (BerkeleyHash.is(file)) {
                BerkeleyHash.packages(file, headers);
            } else {
                throw new UnreadableEntry("is no database of rpm that is known (SQLite, ndb, Berkeley DB hash)");
            }
        }
        return packages;
    }

    private static void add(List<InstalledPackage> packages, RpmHeader header, String path) throws UnreadableEntry {
        if (header.name().isEmpty()
                || header.version().isEmpty()
                || header.name().equals("gpg-pubkey")) {
            return;
        }
        if (packages.size() == MOST) {
            throw new UnreadableEntry("names more than " + MOST + " packages");
        }
        packages.add(new InstalledPackage(
                header.name(),
                header.fullVersion(),
                header.arch(),
                PackageType.RPM,
                "",
                header.sourceName(),
                header.sourceVersion(),
                path,
                ""));
    }
}

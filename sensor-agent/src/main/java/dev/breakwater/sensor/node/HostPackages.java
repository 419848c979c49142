package dev.breakwater.sensor.node;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.machine.MachineEvidence.FileKind;
import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.system.SystemReaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the system's package manager installed, read as an image's. */
final class HostPackages {

    private static final List<String> DATABASES = List.of(
            "var/lib/dpkg/status",
            "lib/apk/db/installed",
            "usr/lib/apk/db/installed",
            "var/lib/rpm/rpmdb.sqlite",
            "var/lib/rpm/rpmdb.sqlite-wal",
            "var/lib/rpm/Packages.db",
            "var/lib/rpm/Packages",
            "usr/lib/sysimage/rpm/rpmdb.sqlite",
            "usr/lib/sysimage/rpm/rpmdb.sqlite-wal",
            "usr/lib/sysimage/rpm/Packages.db",
            "usr/lib/sysimage/rpm/Packages",
            "usr/share/rpm/rpmdb.sqlite",
            "usr/share/rpm/rpmdb.sqlite-wal",
            "usr/share/rpm/Packages.db",
            "usr/share/rpm/Packages");
    private static final String DPKG_FOLDER = "var/lib/dpkg/status.d";
    private static final String WHAT = "packages";
    private static final long LARGEST = 1L << 30;
    private static final int MOST = 20_000;

    private final Root root;
    private final Findings findings;

    HostPackages(Root root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    List<InstalledPackage> read() {
        List<String> paths = new ArrayList<>(DATABASES);
        try {
            root.names("/" + DPKG_FOLDER).forEach(name -> paths.add(DPKG_FOLDER + "/" + name));
        } catch (IOException e) {
            // Most systems have no such folder.
            paths.remove(DPKG_FOLDER);
        }
        List<InstalledPackage> packages = new ArrayList<>();
        List<Path> done = new ArrayList<>();
        int databases = 0;
        for (String path : paths) {
            try {
                Path place = root.resolve("/" + path, true);
                Root.Status status = Root.statusOf(place);
                // Two names of one folder, such as /lib and /usr/lib, are one database.
                if (status.kind() == FileKind.FILE && !done.contains(place)) {
                    done.add(place);
                    databases++;
                    read(EntryFacts.of(path, status.size(), status.permissions()), place, packages);
                }
            } catch (IOException e) {
                if (!Reasons.isAbsent(e)) {
                    findings.unread(WHAT, "/" + path + " " + Reasons.of(e));
                }
            }
        }
        if (databases == 0) {
            findings.unread(WHAT, "no database of dpkg, apk or rpm was found");
        }
        if (packages.size() > MOST) {
            findings.unread(WHAT, "more than " + MOST + " of them");
            return packages.subList(0, MOST);
        }
        return packages;
    }

    private void read(EntryFacts facts, Path place, List<InstalledPackage> packages) throws IOException {
        if (facts.size() > LARGEST) {
            throw new IOException("is larger than " + LARGEST + " bytes");
        }
        for (PackageReader reader : SystemReaders.all()) {
            if (reader.wants(facts)) {
                try (InputStream stream = new BufferedInputStream(root.open(place))) {
                    packages.addAll(reader.read(new FileContent(facts, stream)));
                } catch (UnreadableEntry e) {
                    packages.addAll(e.found());
                    throw e;
                }
            }
        }
    }

    private record FileContent(EntryFacts facts, InputStream stream) implements EntryContent {}
}

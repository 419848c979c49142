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

/**
 * The packages of dpkg: {@code status}, and the folder {@code status.d} with a file for each package in images made without dpkg
 * itself. Fields by deb-control(5); a package of which only the configuration is left is not installed.
 */
public final class DpkgReader implements PackageReader {

    private static final String STATUS = "var/lib/dpkg/status";
    private static final String FOLDER = "var/lib/dpkg/status.d/";
    private static final int MOST = 200_000;

    @Override
    public boolean wants(EntryFacts facts) {
        String path = facts.path();
        return path.equals(STATUS)
                || path.startsWith(FOLDER) && !path.endsWith(".md5sums") && !path.endsWith(".preinst");
    }

    @Override
    public List<InstalledPackage> read(EntryContent content) throws IOException {
        String path = content.facts().path();
        boolean status = path.equals(STATUS);
        List<InstalledPackage> packages = new ArrayList<>();
        Lines lines = new Lines(content.stream());
        Paragraph paragraph = new Paragraph();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                paragraph.addTo(packages, path, status);
                paragraph = new Paragraph();
            } else {
                paragraph.take(line);
            }
        }
        paragraph.addTo(packages, path, status);
        if (packages.isEmpty() && content.facts().size() > 0 && !status) {
            throw new UnreadableEntry("names no package");
        }
        return packages;
    }

    private static final class Paragraph {

        private String name = "";
        private String version = "";
        private String arch = "";
        private String source = "";
        private String status = "";

        void take(String line) {
            int colon = line.indexOf(':');
            if (colon <= 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                return;
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon)) {
                case "Package" -> name = value;
                case "Version" -> version = value;
                case "Architecture" -> arch = value;
                case "Source" -> source = value;
                case "Status" -> status = value;
                default -> {
                    // Not needed.
                }
            }
        }

        void addTo(List<InstalledPackage> packages, String path, boolean needsStatus) throws UnreadableEntry {
            if (name.isEmpty() || version.isEmpty() || !isInstalled(needsStatus)) {
                return;
            }
            if (packages.size() == MOST) {
                throw new UnreadableEntry("names more than " + MOST + " packages");
            }
            int bracket = source.indexOf('(');
            String sourceName = (bracket < 0 ? source : source.substring(0, bracket)).strip();
            String sourceVersion = bracket < 0
                    ? version
                    : source.substring(bracket + 1).replace(")", "").strip();
            packages.add(new InstalledPackage(
                    name,
                    version,
                    arch,
                    PackageType.DEB,
                    "",
                    sourceName.isEmpty() ? name : sourceName,
                    sourceVersion,
                    path,
                    ""));
        }

        /** The third word: from {@code unpacked} on its files are there, before that they are not. */
        private boolean isInstalled(boolean needsStatus) {
            if (status.isEmpty()) {
                return !needsStatus;
            }
            String state = status.substring(status.lastIndexOf(' ') + 1);
            return !state.equals("config-files") && !state.equals("not-installed");
        }
    }
}

package dev.breakwater.scanner.language;

import dev.breakwater.scanner.read.EntryContent;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.UnreadableEntry;
import dev.breakwater.scanner.structured.Seekable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * Java archives and the archives within them (Spring Boot, wars, ears, shaded jars). The path of a package from an inner archive is
 * {@code app.jar!/BOOT-INF/lib/inner.jar}.
 */
final class JavaArchiveReader extends FileReader {

    private static final Set<String> ENDINGS =
            Set.of("jar", "war", "ear", "rar", "par", "sar", "kar", "jpi", "hpi", "nar");

    private static final int DEEPEST = 5;

    /** Of one archive with all that is within it. */
    private static final int MOST_ARCHIVES = 5_000;

    private static final long LARGEST = 2L << 30;
    private static final long LARGEST_INNER = 512L << 20;

    /** What inner archives may come to when they are unpacked. */
    private static final long MOST_UNPACKED = 2L << 30;

    private static final int LARGEST_METADATA = 128 << 10;

    /** Over an archive and all that is within it, since entries may share their content. */
    private static final int MOST_ENTRIES = 2_000_000;

    private static final long MOST_METADATA = 256L << 20;

    JavaArchiveReader() {
        super("Java archive");
    }

    @Override
    public boolean wants(EntryFacts facts) {
        return isArchive(facts.name());
    }

    private static boolean isArchive(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                && ENDINGS.contains(name.substring(dot + 1))
                && !name.endsWith("-sources.jar")
                && !name.endsWith("-javadoc.jar");
    }

    @Override
    void collect(EntryContent content, PackageList into) throws IOException {
        InputStream stream = content.stream();
        byte[] head = stream.readNBytes(4);
        if (head.length == 0) {
            return;
        }
        try (Seekable archive = Seekable.copy(head, stream, content.facts().size(), LARGEST)) {
            new Walk(into).archive(archive, content.facts().path(), 0);
        }
    }

    private static final class Walk {

        private final PackageList into;
        private int archives;
        private int entries;
        private long unpacked;
        private long metadata;

        Walk(PackageList into) {
            this.into = into;
        }

        void archive(Seekable archive, String path, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw new UnreadableEntry("holds archives within archives deeper than " + DEEPEST);
            }
            if (++archives > MOST_ARCHIVES) {
                throw new UnreadableEntry("holds more than " + MOST_ARCHIVES + " archives");
            }
            ZipDirectory directory = new ZipDirectory(archive);
            JavaArtifacts artifacts = new JavaArtifacts(path);
            UnreadableEntry[] damage = new UnreadableEntry[1];
            directory.visit(entry -> {
                String name = entry.name();
                if (++entries > MOST_ENTRIES) {
                    throw new UnreadableEntry("holds more than " + MOST_ENTRIES + " entries in all its archives");
                }
                if (name.equals("META-INF/MANIFEST.MF")) {
                    artifacts.manifest(metadata(directory, entry));
                } else if (name.startsWith("META-INF/maven/") && name.endsWith("/pom.properties")) {
                    artifacts.pomProperties(metadata(directory, entry));
                } else if (isArchive(name)) {
                    try {
                        inner(directory, entry, path + "!/" + name, depth);
                    } catch (UnreadableEntry known) {
                        // what is beside it can still be read
                        damage[0] = new UnreadableEntry("holds " + name + ", which " + known.getMessage());
                        if (isExhausted()) {
                            throw known;
                        }
                    }
                }
            });
            artifacts.addTo(into);
            if (damage[0] != null) {
                throw damage[0];
            }
        }

        private void inner(ZipDirectory directory, ZipDirectory.Entry entry, String path, int depth)
                throws IOException {
            if (entry.size() == 0) {
                return;
            }
            if (entry.method() == 0 && !entry.encrypted()) {
                archive(directory.stored(entry), path, depth + 1);
                return;
            }
            try (InputStream packed = directory.open(entry);
                    Seekable archive = unpacked(packed, entry.size())) {
                archive(archive, path, depth + 1);
            }
        }

        private Seekable unpacked(InputStream packed, long expected) throws IOException {
            try {
                Seekable archive = Seekable.copy(new byte[0], packed, expected, LARGEST_INNER);
                unpacked += archive.size();
                if (unpacked > MOST_UNPACKED) {
                    archive.close();
                    throw new UnreadableEntry("unpacks to more than " + MOST_UNPACKED + " bytes");
                }
                return archive;
            } catch (ZipException damaged) {
                throw new UnreadableEntry("is damaged");
            }
        }

        private boolean isExhausted() {
            return archives > MOST_ARCHIVES
                    || entries > MOST_ENTRIES
                    || unpacked > MOST_UNPACKED
                    || metadata > MOST_METADATA;
        }

        private byte[] metadata(ZipDirectory directory, ZipDirectory.Entry entry) throws IOException {
            try (InputStream open = directory.open(entry)) {
                byte[] read = open.readNBytes(LARGEST_METADATA);
                metadata += read.length;
                if (metadata > MOST_METADATA) {
                    throw new UnreadableEntry("holds more than " + MOST_METADATA + " bytes of metadata");
                }
                return read;
            } catch (ZipException damaged) {
                throw new UnreadableEntry("holds a damaged " + entry.name());
            }
        }
    }
}

package dev.breakwater.scanner.layer;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.scanner.LayerContents;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.PackageReader;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes over the entries of one layer, gives each file to whoever reads such files, and notes what is there and what is gone. */
public final class LayerWalk {

    /** Files up to this size are held in memory and given to all readers. */
    static final int SMALL = 1 << 20;

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /**
     * Who reads files.
     *
     * @param packages asked in this order
     * @param databases paths of package databases, and folders above them, which must not be links to elsewhere
     */
    public record Readers(
            List<PackageReader> packages, OsReader os, SecretReader secrets, FileWatch files, SystemPaths databases) {

        public Readers {
            packages = List.copyOf(packages);
        }
    }

    /** Says what the distribution is. */
    public interface OsReader {
        boolean wants(String path);

        @Nullable
        OperatingSystem read(byte[] content);
    }

    private final Readers readers;
    private final ScanLimits limits;
    private final Deadline deadline;
    private final LayerFindings findings = new LayerFindings();
    private final byte[] small = new byte[SMALL];
    private int entries;

    LayerWalk(Readers readers, ScanLimits limits, Deadline deadline) {
        this.readers = readers;
        this.limits = limits;
        this.deadline = deadline;
    }

    void over(TarReader tar) throws IOException {
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            if (++entries > limits.entries()) {
                throw new ScanFailed(
                        Reason.TOO_LARGE, "a layer has more than the " + limits.entries() + " entries that are read");
            }
            deadline.check();
            Optional<String> path = path(entry);
            if (path.isPresent()) {
                take(path.get(), entry, tar);
            }
        }
    }

    LayerContents contents(String diffId, long bytes) {
        return findings.contents(diffId, entries, bytes);
    }

    private Optional<String> path(TarEntry entry) {
        if (entry.name().length() > 4096) {
            findings.unread("", "an entry has a name of " + entry.name().length() + " characters");
            return Optional.empty();
        }
        Optional<String> path = Paths.normal(entry.name());
        if (path.isEmpty()) {
            findings.unread("", "an entry is named out of the image with '..': " + entry.name());
        } else if (Paths.depth(path.get()) > limits.depth()) {
            findings.unread("", "a path has more than " + limits.depth() + " parts: " + entry.name());
            return Optional.empty();
        }
        return path;
    }

    private void take(String path, TarEntry entry, TarReader tar) throws IOException {
        EntryFacts facts = EntryFacts.of(path, entry.size(), entry.mode());
        if (facts.name().startsWith(WHITEOUT)) {
            whiteout(path, facts.name());
            return;
        }
        if (entry.type() == TarEntry.Type.FOLDER) {
            readers.files().folder(path, entry.mode(), entry.owner()).ifPresent(findings::found);
            return;
        }
        findings.wrote(path);
        switch (entry.type()) {
            case FILE -> file(facts, entry, tar);
            case HARD_LINK -> hardLink(facts, entry);
            case SYMBOLIC_LINK -> symbolicLink(path, entry);
            default -> {
                // Devices and pipes hold nothing.
            }
        }
    }

    private void whiteout(String path, String name) {
        String folder = path.substring(0, path.length() - name.length());
        if (name.equals(OPAQUE)) {
            findings.opaque(folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1));
        } else if (!name.startsWith(WHITEOUT + WHITEOUT)) {
            findings.removed(folder + name.substring(WHITEOUT.length()));
        }
    }

    private void file(EntryFacts facts, TarEntry entry, TarReader tar) throws IOException {
        readers.files().file(facts, entry.owner(), false).forEach(findings::found);
        List<PackageReader> wanting = new ArrayList<>(2);
        for (PackageReader reader : readers.packages()) {
            if (reader.wants(facts)) {
                wanting.add(reader);
            }
        }
        boolean os = readers.os().wants(facts.path());
        boolean secrets =
                facts.size() <= SMALL && facts.size() > 0 && readers.secrets().wants(facts);
        if (wanting.isEmpty() && !os && !secrets) {
            return;
        }
        if (entry.sparse()) {
            findings.unread(facts.path(), "is stored with holes, which is not read");
            return;
        }
        if (facts.size() > SMALL) {
            if (os) {
                findings.unread(facts.path(), "is too large to be what its name says");
            } else if (facts.size() > limits.entryBytes()) {
                findings.unread(
                        facts.path(), "is larger than the " + limits.entryBytes() + " bytes that are read of a file");
            } else {
                read(wanting.getFirst(), new Content(facts, new ContentStream(tar)));
            }
            return;
        }
        int length = whole(tar);
        for (PackageReader reader : wanting) {
            read(reader, new Content(facts, new java.io.ByteArrayInputStream(small, 0, length)));
        }
        if (os) {
            findings.os(facts.path(), readers.os().read(java.util.Arrays.copyOf(small, length)));
        }
        if (secrets) {
            readers.secrets().find(facts, small, length).forEach(each -> findings.secret(facts.path(), each));
        }
    }

    private int whole(TarReader tar) throws IOException {
        int length = 0;
        for (int count = 0; count >= 0; count = tar.read(small, length, small.length - length)) {
            length += count;
            if (length == small.length) {
                break;
            }
        }
        return length;
    }

    /** A reader that fails, however it fails, costs its file and nothing else. */
    private void read(PackageReader reader, Content content) throws IOException {
        String path = content.facts().path();
        try {
            List<InstalledPackage> packages = reader.read(content);
            findings.packages(path, packages);
        } catch (ScanFailed e) {
            throw e;
        } catch (UnreadableEntry e) {
            findings.packages(path, e.found());
            findings.unread(path, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            findings.unread(path, "cannot be read: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            findings.unread(path, "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private void hardLink(EntryFacts facts, TarEntry entry) {
        readers.files().file(facts, entry.owner(), false).forEach(findings::found);
        Optional<String> target = Paths.normal(entry.target());
        if (target.isEmpty()) {
            findings.unread(facts.path(), "is a hard link out of the image");
        } else if (!findings.link(facts.path(), target.get()) && wanted(facts.path()) && !wanted(target.get())) {
            findings.unread(facts.path(), "is a hard link to " + target.get() + ", which was not read");
        }
    }

    private boolean wanted(String path) {
        EntryFacts facts = EntryFacts.of(path, 1, 0644);
        return readers.os().wants(path) || readers.packages().stream().anyMatch(reader -> reader.wants(facts));
    }

    private void symbolicLink(String path, TarEntry entry) {
        readers.files().file(EntryFacts.of(path, 0, 0), entry.owner(), true).forEach(findings::found);
        String target = Paths.target(path, entry.target());
        switch (readers.databases().link(path, target)) {
            case NONE -> {}
            case KNOWN -> findings.folderLink(path, target);
            case ELSEWHERE -> findings.unread(path, "is a symbolic link to " + target + ", which is not followed");
        }
    }
}

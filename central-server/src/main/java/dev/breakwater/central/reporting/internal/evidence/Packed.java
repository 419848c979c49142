package dev.breakwater.central.reporting.internal.evidence;

import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportDraft.Packing;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of a report as they go out. A bundle lies on disk until this is closed: its size and digest are told before it is sent. */
final class Packed implements AutoCloseable {

    private final List<? extends RenderedFile> files;
    private final @Nullable Path bundle;

    private Packed(List<? extends RenderedFile> files, @Nullable Path bundle) {
        this.files = files;
        this.bundle = bundle;
    }

    /**
     * Packs the files; those that are not signed go each by itself.
     *
     * @throws IOException if a file is not the one that was sealed, or the disk is full
     */
    static Packed of(Packing packing, List<? extends RenderedFile> files) throws IOException {
        if (packing == Packing.FILES || !SignedFiles.areSigned(files)) {
            return new Packed(files, null);
        }
        Path path = Files.createTempFile("breakwater-report", ".zip");
        try {
            MessageDigest digest = Digests.begin();
            try (OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
                SignedFiles.bundle(files, out);
            }
            ReportFile told = new ReportFile(
                    SignedFiles.bundleName(files.getFirst().file()),
                    null,
                    "application/zip",
                    Files.size(path),
                    Digests.hex(digest.digest()));
            return new Packed(List.of(new OnDisk(told, path)), path);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    List<? extends RenderedFile> files() {
        return files;
    }

    boolean isBundle() {
        return bundle != null;
    }

    /** The file that {@code bwctl report verify} is given. */
    String verified() {
        return bundle == null ? Manifest.NAME : files.getFirst().file().name();
    }

    @Override
    public void close() throws IOException {
        if (bundle != null) {
            Files.deleteIfExists(bundle);
        }
    }

    private record OnDisk(ReportFile file, Path path) implements RenderedFile {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}

package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file as it is made, on the disk of this replica until it is kept in the database. */
final class MadeFile implements RenderedFile {

    /** The file would be larger than it may be. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(String name, long most) {
            super("The file " + name + " would be larger than " + most / 1_000_000
                    + " MB. Narrow the filter, or raise breakwater.reports.largest-file.");
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final ReportFile file;
    private final Path path;

    private MadeFile(ReportFile file, Path path) {
        this.file = file;
        this.path = path;
    }

    /**
     * Makes a file.
     *
     * @param most bytes that it may hold
     * @param watch asked at each write whether to go on; throws if not
     */
    static MadeFile make(
            Path folder,
            String name,
            @Nullable ReportFormat format,
            String mediaType,
            long most,
            Runnable watch,
            Content content)
            throws IOException {
        Path path = Files.createTempFile(folder, "file", ".part");
        MessageDigest digest = sha256();
        try (OutputStream out = new BufferedOutputStream(
                new Bounded(new DigestOutputStream(Files.newOutputStream(path), digest), name, most, watch), 1 << 16)) {
            content.write(out);
        }
        return new MadeFile(
                new ReportFile(
                        name,
                        format,
                        mediaType,
                        Files.size(path),
                        HexFormat.of().formatHex(digest.digest())),
                path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public ReportFile file() {
        return file;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    private static final class Bounded extends OutputStream {

        private final OutputStream out;
        private final String name;
        private final long most;
        private final Runnable watch;
        private long written;

        Bounded(OutputStream out, String name, long most, Runnable watch) {
            this.out = out;
            this.name = name;
            this.most = most;
            this.watch = watch;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            watch.run();
            written += length;
            if (written > most) {
                throw new TooLarge(name, most);
            }
            out.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            watch.run();
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

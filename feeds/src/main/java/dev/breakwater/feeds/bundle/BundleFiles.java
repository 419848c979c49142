package dev.breakwater.feeds.bundle;

import dev.breakwater.feeds.bundle.BundleRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** The files of a bundle, in and out. */
final class BundleFiles {

    /** Where files are written; {@code null} = they are only looked at. */
    record Target(@Nullable Path folder) {

        static final Target NOWHERE = new Target(null);

        OutputStream of(Manifest.Part part) throws IOException {
            if (folder == null) {
                return OutputStream.nullOutputStream();
            }
            Path file = folder.resolve(part.path()).normalize();
            if (!file.startsWith(folder)) {
                throw new BundleRefused(Reason.MALFORMED, "the name " + part.path() + " leads out of the folder");
            }
            Files.createDirectories(file.getParent());
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    private BundleFiles() {}

    static Manifest.Part part(Path folder, Path file) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        }
        String path = folder.relativize(file).toString().replace('\\', '/');
        Manifest.Part part = new Manifest.Part(path, size, HexFormat.of().formatHex(digest.digest()));
        if (!part.isSound()) {
            throw new IOException(
                    "the name " + path + " cannot stand in a bundle: letters, digits and ._@+=,:~- are allowed");
        }
        return part;
    }

    static void entry(TarArchiveOutputStream tar, String name, Instant at, byte[] content) throws IOException {
        begin(tar, name, at, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static void entry(TarArchiveOutputStream tar, String name, Instant at, Manifest.Part part, Path file)
            throws IOException {
        begin(tar, name, at, part.size());
        Files.copy(file, tar);
        tar.closeArchiveEntry();
    }

    private static void begin(TarArchiveOutputStream tar, String name, Instant at, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(Date.from(at));
        entry.setMode(0644);
        tar.putArchiveEntry(entry);
    }

    /** Writes what is signed and not a byte more. */
    static void take(TarArchiveInputStream tar, Manifest.Part part, Target target) throws IOException {
        MessageDigest digest = sha256();
        long left = part.size();
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = target.of(part)) {
            for (int read = tar.read(buffer); read >= 0; read = tar.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw changed(part);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw changed(part);
        }
    }

    private static BundleRefused changed(Manifest.Part part) {
        return new BundleRefused(Reason.CHANGED, "the file " + part.path() + " is not the one that was signed");
    }

    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

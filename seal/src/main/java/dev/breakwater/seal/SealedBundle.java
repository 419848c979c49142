package dev.breakwater.seal;

import dev.breakwater.seal.SealRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report in one signed file: a zip of {@code manifest.json}, {@code manifest.sig} and the files that the manifest names, in its
 * order. It opens with any archive program; {@link #verify} takes it only if every byte is what was written.
 */
public final class SealedBundle {

    private static final int LARGEST_HEAD = 32 << 20;

    /** The bytes of a file. */
    @FunctionalInterface
    public interface Content {

        /** Its bytes from the start; called more than once. */
        InputStream open() throws IOException;
    }

    /**
     * What was found to be sound.
     *
     * @param manifest what was signed
     * @param sha256 of its bytes; the chain of days holds this
     * @param seal by whom
     */
    public record Verified(Manifest manifest, String sha256, Seal seal) {}

    private SealedBundle() {}

    /**
     * Writes one. No file is held in memory; each is read twice.
     *
     * @param manifest the exact bytes that were signed
     * @param files by name, at least those of the manifest
     * @throws IOException if a file is not the one that was sealed
     */
    public static void write(byte[] manifest, Seal seal, Map<String, Content> files, OutputStream out)
            throws IOException {
        Map<String, Content> ordered = new LinkedHashMap<>();
        byte[] signature = seal.bytes();
        ordered.put(Manifest.NAME, () -> new ByteArrayInputStream(manifest));
        ordered.put(Manifest.SIGNATURE, () -> new ByteArrayInputStream(signature));
        for (Manifest.Part part : Manifest.read(manifest).files()) {
            Content content = files.get(part.name());
            if (content == null) {
                throw new IOException("the file " + part.name() + " is sealed, and is not there");
            }
            ordered.put(part.name(), content);
            require(part, Reading.of(content));
        }
        PlainZip zip = new PlainZip();
        for (Map.Entry<String, Content> file : ordered.entrySet()) {
            Reading reading = Reading.of(file.getValue());
            out.write(zip.head(file.getKey(), reading.size(), reading.crc()));
            try (InputStream in = file.getValue().open()) {
                in.transferTo(out);
            }
        }
        out.write(zip.tail());
    }

    /**
     * Reads a bundle to its end.
     *
     * @throws SealRefused if it is not, to the last byte, what a trusted key sealed
     */
    public static Verified verify(InputStream bundle, Trust trust) throws IOException {
        PlainZip zip = new PlainZip();
        byte[] json = head(bundle, zip, Manifest.NAME);
        Seal seal = Seal.read(head(bundle, zip, Manifest.SIGNATURE));
        seal.require(Manifest.TYPE, json, trust);
        Manifest manifest = Manifest.read(json);
        for (Manifest.Part part : manifest.files()) {
            require(part, next(bundle, zip, part.name(), part.size(), OutputStream.nullOutputStream()));
        }
        byte[] tail = zip.tail();
        if (!Arrays.equals(bundle.readNBytes(tail.length), tail) || bundle.read() >= 0) {
            throw new SealRefused(Reason.CHANGED, "what follows its files is not what was written");
        }
        return new Verified(manifest, Digests.sha256(json), seal);
    }

    /**
     * Verifies single files: the manifest, with its signature and the files that it names beside it.
     *
     * @throws SealRefused if one of them is missing or not what a trusted key sealed
     */
    public static Verified verifyFolder(Path manifestFile, Trust trust) throws IOException {
        byte[] json = read(manifestFile);
        Path signature = manifestFile.resolveSibling(Manifest.SIGNATURE);
        if (!Files.isRegularFile(signature)) {
            throw new SealRefused(Reason.MALFORMED, "its signature " + Manifest.SIGNATURE + " is not beside it");
        }
        Seal seal = Seal.read(read(signature));
        seal.require(Manifest.TYPE, json, trust);
        Manifest manifest = Manifest.read(json);
        for (Manifest.Part part : manifest.files()) {
            Path file = manifestFile.resolveSibling(part.name());
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new SealRefused(
                        Reason.CHANGED, "the file " + part.name() + " is sealed, and is not beside the manifest");
            }
            require(part, Reading.of(() -> Files.newInputStream(file)));
        }
        return new Verified(manifest, Digests.sha256(json), seal);
    }

    private static void require(Manifest.Part part, Reading reading) throws SealRefused {
        if (part.size() != reading.size() || !part.sha256().equals(reading.sha256())) {
            throw new SealRefused(Reason.CHANGED, "the file " + part.name() + " is not the one that was sealed");
        }
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_HEAD) {
            throw new SealRefused(Reason.MALFORMED, file.getFileName() + " is larger than " + LARGEST_HEAD + " bytes");
        }
        return Files.readAllBytes(file);
    }

    private static byte[] head(InputStream in, PlainZip zip, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        next(in, zip, name, LARGEST_HEAD, out);
        return out.toByteArray();
    }

    private static Reading next(InputStream in, PlainZip zip, String name, long largest, OutputStream out)
            throws IOException {
        byte[] head = in.readNBytes(PlainZip.LOCAL_HEAD + name.length());
        byte[] told = Arrays.copyOfRange(head, Math.min(head.length, PlainZip.LOCAL_HEAD), head.length);
        if (!name.equals(new String(told, StandardCharsets.US_ASCII)) || PlainZip.announced(head) > largest) {
            throw refused(name);
        }
        long size = PlainZip.announced(head);
        Reading reading = Reading.of(in, size, out);
        if (reading.size() < size || !Arrays.equals(zip.head(name, size, reading.crc()), head)) {
            throw refused(name);
        }
        return reading;
    }

    private static SealRefused refused(String name) {
        return name.equals(Manifest.NAME)
                ? new SealRefused(Reason.MALFORMED, "it is no sealed report, or " + name + " in it is damaged")
                : new SealRefused(Reason.CHANGED, "the file " + name + " is not as it was written, or missing");
    }
}

package dev.breakwater.feeds.bundle;

import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedFolder;
import dev.breakwater.feeds.bundle.BundleRefused.Reason;
import dev.breakwater.seal.SealKeys;
import dev.breakwater.seal.Trust;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of feeds in one signed file: a tar of {@code manifest.json}, {@code manifest.sig} and the files below {@code feeds/}. The
 * manifest names each file with its size and digest, and is signed (Ed25519); who opens a bundle says whose key is trusted.
 */
public final class FeedBundle {

    private static final String MANIFEST = "manifest.json";
    private static final String SIGNATURE = "manifest.sig";
    private static final String FEEDS = "feeds/";
    private static final int LARGEST_HEAD = 64 << 20;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What stands in {@code manifest.sig}: the key, so that a fingerprint is enough to trust it, and the signature. */
    private record Signed(String algorithm, byte[] publicKey, byte[] signature) {}

    private FeedBundle() {}

    /**
     * Writes a bundle of all feeds of a folder.
     *
     * @param key as {@link #keys} reads it
     * @throws IOException if a feed cannot be read, or has not one entry: a bundle of it would be refused where it is brought
     */
    public static Manifest write(Path folder, KeyPair key, Instant created, OutputStream out) throws IOException {
        List<Manifest.Told> feeds = new ArrayList<>();
        List<Manifest.Part> parts = new ArrayList<>();
        for (FeedFile feed : FeedFolder.open(folder).files()) {
            Manifest.Told told = Manifest.Told.of(feed.read(advisory -> {}));
            if (told.entries() == 0) {
                throw new IOException(feed.path() + " is no feed: not one entry of it can be read");
            }
            feeds.add(told);
            for (Path file : files(feed.path())) {
                parts.add(BundleFiles.part(folder, file));
            }
        }
        if (parts.isEmpty()) {
            throw new IOException(folder + " holds no feed");
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, created, feeds, parts);
        byte[] head = JSON.writeValueAsBytes(manifest);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            BundleFiles.entry(tar, MANIFEST, created, head);
            BundleFiles.entry(tar, SIGNATURE, created, JSON.writeValueAsBytes(signed(key, head)));
            for (Manifest.Part part : parts) {
                BundleFiles.entry(tar, FEEDS + part.path(), created, part, folder.resolve(part.path()));
            }
        }
        return manifest;
    }

    /**
     * Reads a bundle to its end without keeping anything.
     *
     * @throws BundleRefused if it is not what a trusted key signed
     */
    public static Manifest verify(InputStream bundle, Trust trust) throws IOException {
        return read(bundle, trust, BundleFiles.Target.NOWHERE);
    }

    /**
     * Opens a bundle into a folder.
     *
     * @param folder is made, and must not be there yet; it is removed again if the bundle is refused
     * @throws BundleRefused if it is not what a trusted key signed
     */
    public static Manifest open(InputStream bundle, Trust trust, Path folder) throws IOException {
        Files.createDirectory(folder);
        boolean sound = false;
        try {
            Manifest manifest = read(bundle, trust, new BundleFiles.Target(folder));
            sound = true;
            return manifest;
        } finally {
            if (!sound) {
                BundleFiles.remove(folder);
            }
        }
    }

    /** Whether a file begins as a bundle does, whoever signed it. @param head at least its first 512 bytes */
    public static boolean isBundle(byte[] head) {
        return head.length >= 512
                && new String(head, 0, MANIFEST.length() + 1, StandardCharsets.US_ASCII).equals(MANIFEST + "\0");
    }

    private static Manifest read(InputStream bundle, Trust trust, BundleFiles.Target target) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(bundle, 1 << 16));
        try {
            byte[] head = head(tar, MANIFEST);
            requireSigned(head, head(tar, SIGNATURE), trust);
            Manifest manifest = parsed(head, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())
                    || !manifest.files().stream().allMatch(Manifest.Part::isSound)) {
                throw new BundleRefused(
                        Reason.MALFORMED,
                        "the manifest is none of the format " + Manifest.FORMAT + " that this release reads");
            }
            for (Manifest.Part part : manifest.files()) {
                TarArchiveEntry entry = next(tar);
                if (entry == null || !entry.isFile() || !entry.getName().equals(FEEDS + part.path())) {
                    throw new BundleRefused(
                            Reason.CHANGED,
                            "the file " + part.path() + " is signed, and missing where it should stand");
                }
                BundleFiles.take(tar, part, target);
            }
            if (next(tar) != null) {
                throw new BundleRefused(Reason.CHANGED, "it holds files that are not signed");
            }
            return manifest;
        } catch (BundleRefused refused) {
            throw refused;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new BundleRefused(Reason.MALFORMED, "it is damaged: " + damaged.getMessage());
        }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        return tar.getNextEntry();
    }

    private static byte[] head(TarArchiveInputStream tar, String name) throws IOException {
        TarArchiveEntry entry = next(tar);
        if (entry == null || !entry.getName().equals(name)) {
            throw new BundleRefused(Reason.MALFORMED, "it is no bundle of feeds: " + name + " is missing");
        }
        byte[] content = tar.readNBytes(LARGEST_HEAD + 1);
        if (content.length > LARGEST_HEAD) {
            throw new BundleRefused(Reason.MALFORMED, name + " is larger than " + LARGEST_HEAD + " bytes");
        }
        return content;
    }

    private static Signed signed(KeyPair key, byte[] head) throws IOException {
        try {
            return new Signed("Ed25519", key.getPublic().getEncoded(), SealKeys.sign(key.getPrivate(), head));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the key cannot sign", unusable);
        }
    }

    private static void requireSigned(byte[] head, byte[] signature, Trust trust) throws IOException {
        Signed signed = parsed(signature, Signed.class);
        try {
            PublicKey key = SealKeys.publicKey(signed.publicKey());
            if (!trust.holds(key)) {
                throw new BundleRefused(
                        Reason.UNKNOWN_SIGNER,
                        "it is signed by " + SealKeys.fingerprint(key) + ", which is not trusted; "
                                + (trust.fingerprints().isEmpty()
                                        ? "no key is"
                                        : "trusted is " + String.join(", ", trust.fingerprints())));
            }
            if (!SealKeys.holds(key, head, signed.signature())) {
                throw new BundleRefused(Reason.CHANGED, "the signature does not hold: the manifest was changed");
            }
        } catch (GeneralSecurityException | NullPointerException malformed) {
            throw new BundleRefused(Reason.MALFORMED, SIGNATURE + " holds no Ed25519 signature");
        }
    }

    private static <T> T parsed(byte[] json, Class<T> type) throws BundleRefused {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException | IllegalArgumentException | NullPointerException malformed) {
            throw new BundleRefused(Reason.MALFORMED, "its head is no JSON of the right sort");
        }
    }

    private static List<Path> files(Path feed) throws IOException {
        try (Stream<Path> all = Files.walk(feed)) {
            return all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The pair of a private key, whose public key stands beside it with the ending {@code .pub}.
     *
     * @throws IOException if one of them cannot be read, or they are no pair
     */
    public static KeyPair keys(Path privateKey) throws IOException {
        PrivateKey secret = SealKeys.readPrivate(privateKey);
        PublicKey open = SealKeys.readPublic(publicKeyBeside(privateKey));
        try {
            byte[] probe = {1};
            if (!SealKeys.holds(open, probe, SealKeys.sign(secret, probe))) {
                throw new IOException(publicKeyBeside(privateKey) + " is not the public key of " + privateKey);
            }
        } catch (GeneralSecurityException unusable) {
            throw new IOException(privateKey + " cannot sign", unusable);
        }
        return new KeyPair(open, secret);
    }

    /** Where the public key of a private key stands: {@code name.pub} of {@code name.key}. */
    public static Path publicKeyBeside(Path privateKey) {
        String name = privateKey.getFileName().toString();
        String stem = name.endsWith(".key") ? name.substring(0, name.length() - 4) : name;
        return privateKey.resolveSibling(stem + ".pub");
    }
}

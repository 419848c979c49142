package dev.breakwater.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The SHA-256 of what a file holds; of a folder, of the names and digests of all files in it. */
public final class ContentDigest {

    private ContentDigest() {}

    /** {@code sha256:} and 64 hexadecimal digits. */
    public static String of(Path path) throws IOException {
        return "sha256:" + HexFormat.of().formatHex(Files.isDirectory(path) ? folder(path) : file(path));
    }

    private static byte[] folder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        MessageDigest digest = sha256();
        for (Path file : files) {
            digest.update((folder.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(file(file));
        }
        return digest.digest();
    }

    private static byte[] file(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}

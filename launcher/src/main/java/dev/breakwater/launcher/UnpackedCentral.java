package dev.breakwater.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Central's jar, unpacked beside the data: nested jars cost half of the start. */
final class UnpackedCentral {

    private UnpackedCentral() {}

    /** Unpacks the jar unless this very jar is unpacked already; returns what to run. */
    static Path of(Path jar, Path folder) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new StartFailed("There is no " + jar + "; build it with ./mvnw -DskipTests package");
        }
        Path target = folder.resolve(fingerprint(jar));
        Path unpacked = target.resolve(jar.getFileName());
        if (Files.exists(unpacked)) {
            return unpacked;
        }
        delete(folder);
        Files.createDirectories(folder);
        try (ChildProcess unpack = ChildProcess.java(
                "unpacking",
                List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", target.toString()),
                Map.of(),
                ProcessBuilder.Redirect.DISCARD)) {
            int code = unpack.waitFor();
            if (code != 0) {
                throw new StartFailed("Unpacking " + jar + " to " + target + " ended with exit code " + code);
            }
        }
        return unpacked;
    }

    /** Over the content, since a reproducible build gives every jar the same time. */
    private static String fingerprint(Path jar) throws IOException {
        try (InputStream content = Files.newInputStream(jar)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.breakwater.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What runs is a copy of its own beside the data: a build rewrites the jars under {@code target}, and a JVM that runs on a
 * jar does not survive that.
 */
final class Installation {

    /** Makes the copy in a folder that exists and is empty. */
    private interface Copying {
        void into(Path folder) throws IOException, InterruptedException;
    }

    private Installation() {}

    /** Central's jar, taken apart, since nested jars cost half of the start; returns what to run. */
    static Path ofCentral(Path jar, Path folder) throws IOException, InterruptedException {
        return install(jar, folder, target -> {
            try (ChildProcess unpack = ChildProcess.java(
                    "unpacking",
                    List.of(
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            target.toString()),
                    Map.of(),
                    ProcessBuilder.Redirect.DISCARD)) {
                int code = unpack.waitFor();
                if (code != 0) {
                    throw new StartFailed("Unpacking " + jar + " to " + target + " ended with exit code " + code);
                }
            }
        });
    }

    /** A jar as it is; returns what to run. */
    static Path ofJar(Path jar, Path folder) throws IOException, InterruptedException {
        return install(jar, folder, target -> Files.copy(jar, target.resolve(jar.getFileName())));
    }

    /** Installs unless this very jar is installed already. What was cut off half way is not taken for an installation. */
    private static Path install(Path jar, Path folder, Copying copying) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new StartFailed("There is no " + jar + "; build it with ./mvnw -DskipTests package");
        }
        Path target = folder.resolve(fingerprint(jar));
        Path installed = target.resolve(jar.getFileName());
        if (Files.exists(installed)) {
            return installed;
        }
        delete(folder);
        Path partial = Files.createDirectories(folder.resolve("partial"));
        copying.into(partial);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        return installed;
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

    static void delete(Path folder) throws IOException {
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

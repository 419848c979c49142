package dev.breakwater.scanner.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.scanner.read.PackageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of which bytes were changed, cut or doubled: packages or a reason, never a crash, never for long. */
class HostileDatabasesTest {

    private static final int ROUNDS = 1000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rpm/ubi8/rpmdb.sqlite.gz=var/lib/rpm/rpmdb.sqlite",
                "rpm/bdb-syft/Packages=var/lib/rpm/Packages",
                "dpkg/debian-only/status=var/lib/dpkg/status",
                "apk/scalibr-alpine/installed=lib/apk/db/installed"
            })
    void giveAReason(String pair) throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set");
        Path file = Path.of(corpus, "pkgdb", pair.substring(0, pair.indexOf('=')));
        Assumptions.assumeTrue(Files.exists(file), "there is no " + file);
        String path = pair.substring(pair.indexOf('=') + 1);
        byte[] good;
        try (InputStream in = Files.newInputStream(file)) {
            good = path.endsWith("sqlite") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
        PackageReader reader = SystemReaders.all().stream()
                .filter(one -> one.wants(FileContent.of(path, good).facts()))
                .findFirst()
                .orElseThrow();
        Random random = new Random(7);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < ROUNDS; i++) {
                byte[] bad = mutated(good, random);
                try {
                    assertThat(reader.read(FileContent.of(path, bad))).isNotNull();
                } catch (IOException e) {
                    assertThat(e.getMessage()).isNotBlank();
                }
            }
        });
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
        int changes = 1 + random.nextInt(20);
        // Heads of files and pages decide more than what is in them.
        int reach = random.nextBoolean() ? Math.min(bad.length, 4096) : bad.length;
        for (int i = 0; i < changes && bad.length > 0; i++) {
            int at = random.nextInt(Math.max(1, reach));
            bad[at] = (byte) random.nextInt(256);
        }
        return bad;
    }
}

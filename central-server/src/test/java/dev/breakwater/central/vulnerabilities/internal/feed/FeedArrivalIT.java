package dev.breakwater.central.vulnerabilities.internal.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.State;
import dev.breakwater.central.vulnerabilities.Feeds;
import dev.breakwater.feeds.bundle.FeedBundle;
import dev.breakwater.seal.SealKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

/** How feeds come by themselves: from an address on a schedule, and in a bundle that somebody signed. */
class FeedArrivalIT {

    private static final String ADVISORY = """
            {"id": "GHSA-0000-0000-000%d", "modified": "2026-05-30T00:00:00Z", "affected": [{"package":
            {"ecosystem": "npm", "name": "lodash"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.%d.0"}]}]}]}
            """;

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quietWithVulnerabilities();

    @TempDir
    private Path work;

    @Test
    void asksAnAddressAgainOnlyForWhatChanged() throws IOException {
        List<String> conditions = new ArrayList<>();
        boolean[] broken = {false};
        byte[] body = zip();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/all.zip", exchange -> {
            String had = exchange.getRequestHeaders().getFirst("If-None-Match");
            conditions.add(String.valueOf(had));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            if (broken[0]) {
                exchange.sendResponseHeaders(500, -1);
            } else if ("\"v1\"".equals(had)) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/all.zip";
            FeedSources sources = new FeedSources(
                    properties(Map.of("npm", address), List.of()),
                    central.bean(FeedTable.class),
                    central.bean(FeedImport.class));
            sources.ask();
            assertThat(feed("npm")).satisfies(row -> {
                assertThat(row.state()).as(row.reason()).isEqualTo(State.OK);
                assertThat(row.entries()).isEqualTo(2);
                assertThat(row.source()).isEqualTo(address);
            });
            sources.ask();
            assertThat(conditions).containsExactly("null", "\"v1\"");
            assertThat(feed("npm").entries()).isEqualTo(2);

            broken[0] = true;
            sources.ask();
            assertThat(feed("npm")).satisfies(row -> {
                assertThat(row.state()).isEqualTo(State.FAILED);
                assertThat(row.reason()).contains("500");
                assertThat(row.entries()).as("what was there stays in use").isEqualTo(2);
            });

            StoredFeeds configured = feeds(Map.of("npm", address), List.of());
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> configured.remove("npm"))
                    .withMessageContaining("would come back");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void takesABundleOnlyOfASignerThatIsTrusted() throws IOException {
        Path folder = Files.createDirectory(work.resolve("feeds"));
        Files.write(folder.resolve("osv-signed.zip"), zip());
        KeyPair key = SealKeys.generate();
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        FeedBundle.write(folder, key, central.clock().instant(), bundle);

        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> feeds(List.of()).bring(List.of(brought(bundle.toByteArray()))));
        assertThat(central.bean(Feeds.class).list()).extracting(FeedRow::name).doesNotContain("osv-signed");

        byte[] changed = bundle.toByteArray();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("feeds/osv-signed.zip") + 520;
        changed[at] ^= 1;
        String fingerprint = SealKeys.fingerprint(key.getPublic());
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> feeds(List.of(fingerprint)).bring(List.of(brought(changed))));

        assertThat(feeds(List.of(fingerprint)).bring(List.of(brought(bundle.toByteArray()))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.name()).isEqualTo("osv-signed");
                    assertThat(row.entries()).isEqualTo(2);
                });
    }

    /** The Go database writes the year 1 where it knows no date of change; one entry of the future makes the others no newer. */
    @Test
    void isAsOldAsTheNewestEntryHoweverItIsDatedAndWhoeverSignsIt() throws IOException {
        byte[] old = (ADVISORY.formatted(1, 1)
                        .replace(
                                "\"modified\": \"2026-05-30",
                                "\"published\": \"2022-12-14T00:00:00Z\", \"modified\": \"0001-01-01"))
                .getBytes(StandardCharsets.UTF_8);
        byte[] future =
                ADVISORY.formatted(2, 2).replace("2026-05-30", "2099-01-01").getBytes(StandardCharsets.UTF_8);
        Instant newest = Instant.parse("2022-12-14T00:00:00Z");

        feeds(List.of())
                .bring(List.of(new Feeds.Brought("osv-go.zip", () -> new ByteArrayInputStream(zip(old, future)))));

        assertThat(feed("osv-go")).satisfies(row -> {
            assertThat(row.newestAt()).isEqualTo(newest);
            assertThat(row.asOf()).isEqualTo(newest);
            assertThat(row.state()).isEqualTo(State.STALE);
            assertThat(row.reason()).contains("2022-12-14");
        });

        Path folder = Files.createDirectory(work.resolve("old"));
        Files.write(folder.resolve("osv-resigned.zip"), zip(old, future));
        KeyPair key = SealKeys.generate();
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        FeedBundle.write(folder, key, central.clock().instant(), bundle);
        feeds(List.of(SealKeys.fingerprint(key.getPublic()))).bring(List.of(brought(bundle.toByteArray())));

        assertThat(feed("osv-resigned")).satisfies(row -> {
            assertThat(row.asOf()).isEqualTo(newest);
            assertThat(row.state()).isEqualTo(State.STALE);
        });
    }

    private static Feeds.Brought brought(byte[] bytes) {
        return new Feeds.Brought("site.bundle", () -> new ByteArrayInputStream(bytes));
    }

    private static Feeds feeds(List<String> trusted) {
        return feeds(Map.of(), trusted);
    }

    private static StoredFeeds feeds(Map<String, String> sources, List<String> trusted) {
        return new StoredFeeds(
                central.bean(FeedTable.class),
                properties(sources, trusted),
                central.bean(FeedImport.class),
                central.bean(FeedRemoval.class),
                central.bean(Audit.class),
                central.bean(PlatformTransactionManager.class),
                central.bean(Clock.class));
    }

    private static FeedProperties properties(Map<String, String> sources, List<String> trusted) {
        return new FeedProperties(sources, Duration.ofHours(6), Duration.ofDays(7), 0.8, trusted);
    }

    private static FeedRow feed(String name) {
        return central.bean(Feeds.class).list().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] zip(byte[]... documents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < documents.length; i++) {
                zip.putNextEntry(new ZipEntry(i + ".json"));
                zip.write(documents[i]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 1; i <= 2; i++) {
                zip.putNextEntry(new ZipEntry(i + ".json"));
                zip.write(ADVISORY.formatted(i, i).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

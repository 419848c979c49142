package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds from where they are made to a site that only takes what it trusts. */
class FeedsTest {

    @TempDir
    private Path work;

    private String out = "";
    private String err = "";

    @BeforeEach
    void writeFeeds() throws IOException {
        Files.createDirectories(work.resolve("feeds/osv"));
        for (int i = 0; i < 30; i++) {
            Files.writeString(work.resolve("feeds/osv/A-" + i + ".json"), """
                    {"id": "A-%d", "modified": "%s", "affected": []}
                    """.formatted(i, Instant.now()));
        }
        assertThat(run("feeds", "keygen", "-o", path("site.key"))).isZero();
    }

    @Test
    void carriesFeedsToASiteThatTrustsTheKey() throws IOException {
        String fingerprint = out.substring(out.indexOf("SHA256:")).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(work.resolve("site.key"))))
                .isEqualTo("rw-------");

        assertThat(run("feeds", "bundle", path("feeds"), "--key", path("site.key"), "-o", path("feeds.bundle")))
                .isZero();
        assertThat(run("feeds", "verify", path("feeds.bundle"), "--trust", fingerprint))
                .isZero();
        assertThat(out).contains("osv  OSV  30 entries");
        assertThat(run("feeds", "import", path("feeds.bundle"), "--trust", path("site.pub"), "--into", path("there")))
                .isZero();

        assertThat(out).contains("sound").contains("30 entries");
        assertThat(work.resolve("there/osv/A-7.json")).hasSameBinaryContentAs(work.resolve("feeds/osv/A-7.json"));
    }

    @Test
    void listsTheOtherFeedsBesideOneThatCannotBeRead() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("A.json"));
            out.write(new SecureRandom().generateSeed(4000));
            out.closeEntry();
        }
        Files.write(work.resolve("feeds/broken.zip"), Arrays.copyOf(zip.toByteArray(), 2000));

        assertThat(run("feeds", "list", path("feeds"))).isEqualTo(3);

        assertThat(out).contains("broken").contains("30 entries");
        assertThat(err).isEmpty();
    }

    @Test
    void saysThatAFolderHasNoFeed() throws IOException {
        Files.createDirectories(work.resolve("none"));
        assertThat(run("feeds", "list", path("none"))).isEqualTo(3);
        assertThat(out).contains("There is no feed in ");
        assertThat(run("feeds", "list", path("feeds"), "--max-age", "-5")).isEqualTo(2);
        assertThat(err).contains("--max-age is '-5'");
    }

    @Test
    void saysThatAFeedIsSmallForWhatItIsCompleteFor() throws IOException {
        Files.createDirectories(work.resolve("few/npm"));
        for (int i = 0; i < 13; i++) {
            Files.writeString(work.resolve("few/npm/N-" + i + ".json"), """
                    {"id": "N-%d", "modified": "%s", "affected": [{"package": {"ecosystem": "npm", "name": "p%d"},
                     "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}
                    """.formatted(i, Instant.now(), i));
        }

        assertThat(run("feeds", "list", path("few"))).isZero();

        assertThat(out).contains("complete by its own count, but small for npm: 13 of usually more than 10,000");
    }

    @Test
    void refusesAStrangerAChangedByteAndAFeedThatShrank() throws IOException {
        run("feeds", "bundle", path("feeds"), "--key", path("site.key"), "-o", path("feeds.bundle"));
        run("feeds", "import", path("feeds.bundle"), "--trust", path("site.pub"), "--into", path("there"));

        run("feeds", "keygen", "-o", path("other.key"));
        assertThat(run("feeds", "verify", path("feeds.bundle"), "--trust", path("other.pub")))
                .isEqualTo(3);
        assertThat(err).contains("is not trusted");

        byte[] bundle = Files.readAllBytes(work.resolve("feeds.bundle"));
        bundle[bundle.length / 2] ^= 1;
        Files.write(work.resolve("changed.bundle"), bundle);
        assertThat(run("feeds", "import", path("changed.bundle"), "--trust", path("site.pub"), "--into", path("there")))
                .isEqualTo(3);

        for (int i = 0; i < 10; i++) {
            Files.delete(work.resolve("feeds/osv/A-" + i + ".json"));
        }
        run("feeds", "bundle", path("feeds"), "--key", path("site.key"), "-o", path("small.bundle"));
        assertThat(run("feeds", "import", path("small.bundle"), "--trust", path("site.pub"), "--into", path("there")))
                .isEqualTo(3);
        assertThat(out).contains("refused").contains("shrank from 30 entries to 20");
        assertThat(work.resolve("there/osv/A-7.json")).exists();
    }

    @Test
    void fetchesIntoAFolder() throws IOException {
        AtomicReference<String> etag = new AtomicReference<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            etag.set(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            if (etag.get() == null) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            } else {
                exchange.sendResponseHeaders(304, -1);
            }
            exchange.close();
        });
        server.start();
        try {
            String feed = "kev.json=http://127.0.0.1:" + server.getAddress().getPort() + "/kev.json";
            assertThat(run("feeds", "fetch", feed, "--into", path("fetched"))).isZero();
            assertThat(run("feeds", "fetch", feed, "--into", path("fetched"))).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(out).contains("unchanged");
        assertThat(etag).hasValue("\"1\"");
        assertThat(work.resolve("fetched/kev.json")).hasContent("{}");
        assertThat(run("feeds", "fetch", "../kev.json=https://a.example", "--into", path("fetched")))
                .isEqualTo(2);
    }

    @Test
    void namesWhatIsWrongWithAFolder() throws IOException {
        Files.writeString(work.resolve("feeds/broken.json"), "{\"id\": ");

        assertThat(run("feeds", "list", path("feeds"))).isEqualTo(3);
        assertThat(out).contains("refused   broken").contains("sound     osv");
    }

    private String path(String name) {
        return work.resolve(name).toString();
    }

    private int run(String... args) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        int code = Bwctl.run(new PrintWriter(said), new PrintWriter(complained), args);
        out = said.toString();
        err = complained.toString();
        return code;
    }
}

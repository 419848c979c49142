package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.breakwater.seal.Day;
import dev.breakwater.seal.DayChain;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import dev.breakwater.seal.SealKeys;
import dev.breakwater.seal.SealedBundle;
import dev.breakwater.seal.Trust;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in the hands of somebody who has no central. */
class ReportVerifyTest {

    private final KeyPair key = SealKeys.generate();
    private final String fingerprint = SealKeys.fingerprint(key.getPublic());
    private final byte[] csv = "control,outcome\n4.1.1,FAIL\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path work;

    private byte[] bundle = {};
    private Path file = Path.of("");
    private String out = "";
    private String err = "";

    @BeforeEach
    void seal() throws IOException {
        seal(Digests.sha256("day"));
    }

    private void seal(String head) throws IOException {
        Instant now = Instant.parse("2026-11-26T10:00:00Z");
        byte[] json = new Manifest(
                        Manifest.FORMAT,
                        new Manifest.Report("job", "definition", "Weekly", "COMPLIANCE", "everything"),
                        now,
                        now,
                        new TreeMap<>(Map.of("breakwater", "0.1.0")),
                        List.of(),
                        new Manifest.Head("2026-11-25", head),
                        List.of(Manifest.Part.of("report.csv", csv)))
                .bytes();
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        SealedBundle.write(
                json,
                Seal.of(Manifest.TYPE, json, key),
                Map.of("report.csv", () -> new ByteArrayInputStream(csv)),
                made);
        bundle = made.toByteArray();
        file = Files.write(work.resolve("weekly.zip"), bundle);
    }

    @Test
    void verifiesByTheFingerprintAndByTheFileOfTheKey() throws IOException {
        assertThat(run("report", "verify", file.toString(), "--key", fingerprint))
                .isZero();
        assertThat(out)
                .contains("verified: Weekly (COMPLIANCE), everything")
                .contains(fingerprint)
                .contains("report.csv");
        Path pem = Files.writeString(work.resolve("central.pub"), SealKeys.pem(key.getPublic()));
        assertThat(run("report", "verify", file.toString(), "--key", pem.toString(), "-o", "json"))
                .isZero();
        assertThat(out).contains("\"verified\" : true").contains(Digests.sha256(csv));
    }

    @Test
    void endsWithAnotherCodeThanZeroForEachChangedByte() throws IOException {
        for (int at = 0; at < bundle.length; at++) {
            byte[] changed = bundle.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertThat(run("report", "verify", file.toString(), "--key", fingerprint))
                    .as("byte %d", at)
                    .isIn(1, 3);
            assertThat(out).isEmpty();
            assertThat(err).contains("does not verify");
        }
    }

    @Test
    void tellsAnUnknownSignerByItsOwnCode() {
        String other = SealKeys.fingerprint(SealKeys.generate().getPublic());
        assertThat(run("report", "verify", file.toString(), "--key", other)).isEqualTo(3);
        assertThat(err).contains("signed by " + fingerprint + ", which is not trusted");
        assertThat(run("report", "verify", file.toString(), "--key", other, "-o", "json"))
                .isEqualTo(3);
        assertThat(out).contains("UNKNOWN_SIGNER");
        assertThat(run("report", "verify", file.toString(), "--key", other, "--key", fingerprint))
                .isZero();
    }

    @Test
    void verifiesTheFilesOfAnUnpackedBundle() throws IOException {
        unpack();
        String manifest = work.resolve("manifest.json").toString();
        assertThat(run("report", "verify", manifest, "--key", fingerprint)).isZero();
        Files.writeString(work.resolve("report.csv"), "control,outcome\n4.1.1,PASS\n");
        assertThat(run("report", "verify", manifest, "--key", fingerprint)).isEqualTo(1);
        assertThat(err).contains("report.csv is not the one that was sealed");
    }

    @Test
    void saysWhatIsWrongOnTheCommandLine() throws IOException {
        assertThat(run("report", "verify", file.toString(), "--key", "SHA256:short"))
                .isEqualTo(2);
        assertThat(err).contains("is no fingerprint");
        assertThat(run("report", "verify", work.resolve("none.zip").toString(), "--key", fingerprint))
                .isEqualTo(2);
        assertThat(err).contains("there is no");
        Path pdf = Files.writeString(work.resolve("some.pdf"), "%PDF-1.7");
        assertThat(run("report", "verify", pdf.toString(), "--key", fingerprint))
                .isEqualTo(1);
        assertThat(err).contains("it is no sealed report");
    }

    @Test
    void verifiesTheChainOfDays() throws IOException {
        Day.AuditDigest nothing = new Day.AuditDigest(0, 0, 0, Digests.sha256(""));
        LocalDate date = LocalDate.of(2026, 11, 25);
        byte[] text = Day.text(date, Day.NOTHING, List.of(), nothing);
        Day day = new Day(date, Day.NOTHING, List.of(), nothing, Digests.sha256(text), Seal.of(Day.TYPE, text, key));
        Path days = Files.write(work.resolve("days.json"), new DayChain(DayChain.FORMAT, List.of(day)).bytes());
        assertThat(run("report", "verify-days", days.toString(), "--key", fingerprint, "--head", day.hash()))
                .isZero();
        assertThat(out).contains("1 days").contains(day.hash());
        assertThat(run(
                        "report",
                        "verify-days",
                        days.toString(),
                        "--key",
                        fingerprint,
                        "--head",
                        Digests.sha256("other")))
                .isEqualTo(1);
        Files.writeString(days, Files.readString(days).replace("2026-11-25", "2026-11-24"));
        assertThat(run("report", "verify-days", days.toString(), "--key", fingerprint))
                .isEqualTo(1);
        assertThat(err).contains("was changed");
    }

    @Test
    void asksACentralForTheDaysAndWhetherTheyHoldTheReport() throws IOException {
        Day first = day(LocalDate.of(2026, 11, 25), Day.NOTHING, List.of());
        Files.writeString(work.resolve("token"), "bw_test");
        Chained central = new Chained(first);
        try {
            assertThat(run(central.asked("verify-days"))).isZero();
            assertThat(out).contains("1 days").contains(first.hash());
            assertThat(central.asked).containsExactly("Bearer bw_test /api/v1/sealing/days/export");

            assertThat(run(central.asked("verify", file.toString()))).isEqualTo(1);
            assertThat(err).contains("no day of the chain has the hash " + Digests.sha256("day"));

            seal(first.hash());
            String manifest = SealedBundle.verify(new ByteArrayInputStream(bundle), Trust.of(fingerprint))
                    .sha256();
            assertThat(run(central.asked("verify", file.toString()))).isZero();
            assertThat(out).contains("its day is not closed yet");

            central.days = List.of(first, day(LocalDate.of(2026, 11, 26), first.hash(), List.of(manifest)));
            assertThat(run(central.asked("verify", file.toString()))).isZero();
            assertThat(out).contains("held by the day 2026-11-26");

            central.days = List.of(first, day(LocalDate.of(2026, 11, 26), first.hash(), List.of()));
            assertThat(run(central.asked("verify", file.toString()))).isEqualTo(1);
            assertThat(err).contains("no day of the chain holds the report");
        } finally {
            central.server.stop(0);
        }
        assertThat(run(central.asked("verify-days"))).isEqualTo(2);
        assertThat(err).contains("the chain of days of central cannot be read");
        assertThat(run("report", "verify-days", "--key", fingerprint)).isEqualTo(2);
        assertThat(err).contains("Name either the FILE of the days, or by --endpoint");
    }

    private Day day(LocalDate date, String previous, List<String> reports) {
        Day.AuditDigest nothing = new Day.AuditDigest(0, 0, 0, Digests.sha256(""));
        byte[] text = Day.text(date, previous, reports, nothing);
        return new Day(date, previous, reports, nothing, Digests.sha256(text), Seal.of(Day.TYPE, text, key));
    }

    /** A central as far as it hands out its days. */
    private final class Chained {

        private final HttpServer server;
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private List<Day> days;

        Chained(Day first) throws IOException {
            days = List.of(first);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestURI());
                byte[] body = new DayChain(DayChain.FORMAT, days).bytes();
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String[] asked(String command, String... files) {
            List<String> line = new ArrayList<>(List.of("report", command));
            line.addAll(List.of(files));
            line.addAll(List.of(
                    "--key", fingerprint, "--token-file", work.resolve("token").toString()));
            line.addAll(List.of(
                    "--endpoint", "http://localhost:" + server.getAddress().getPort()));
            return line.toArray(String[]::new);
        }
    }

    private void unpack() throws IOException {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                Files.write(
                        work.resolve(entry.getName()), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private int run(String... args) {
        StringWriter o = new StringWriter();
        StringWriter e = new StringWriter();
        int code = Bwctl.run(new PrintWriter(o), new PrintWriter(e), args);
        out = o.toString();
        err = e.toString();
        return code;
    }
}

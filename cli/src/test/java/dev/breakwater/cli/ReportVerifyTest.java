package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.seal.Day;
import dev.breakwater.seal.DayChain;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.Seal;
import dev.breakwater.seal.SealKeys;
import dev.breakwater.seal.SealedBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        Instant now = Instant.parse("2026-11-26T10:00:00Z");
        byte[] json = new Manifest(
                        Manifest.FORMAT,
                        new Manifest.Report("job", "definition", "Weekly", "COMPLIANCE", "everything"),
                        now,
                        now,
                        new TreeMap<>(Map.of("breakwater", "0.1.0")),
                        List.of(),
                        new Manifest.Head("2026-11-25", Digests.sha256("day")),
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

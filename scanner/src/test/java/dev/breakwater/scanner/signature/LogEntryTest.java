package dev.breakwater.scanner.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry of sigstore's public log (index 1506651) for a signature by a certificate of its public authority. */
class LogEntryTest {

    private static final Instant RECORDED = Instant.parse("2022-02-25T16:30:04Z");

    private final LogEntry entry = LogEntry.ofAnnotation(text("log-entry.json")).orElseThrow();
    private final TrustRoots roots =
            TrustRoots.none().with("authority", text("authority.pem")).recordedBy("log", text("log.pem"));
    private final SignerCertificate signer =
            new SignerCertificate(TrustRoots.certificates(text("signer.pem")).getFirst(), List.of());

    private static String text(String name) {
        try (InputStream in = LogEntryTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLogsPromiseIsVerified() {
        assertThat(entry.isPromised(roots.logs())).isTrue();
        assertThat(entry.isPromised(List.of())).isFalse();
        LogEntry later = new LogEntry(
                entry.body(), entry.integratedTime() + 1, entry.logIndex(), entry.logId(), entry.promise());
        assertThat(later.isPromised(roots.logs())).as("another time").isFalse();
    }

    @Test
    void aCertificateOfMinutesCountsAtTheTimeThatTheLogTells() {
        assertThat(Instant.ofEpochSecond(entry.integratedTime())).isEqualTo(RECORDED);
        assertThat(signer.shown()).startsWith("https://github.com/kubewarden/github-actions/");
        assertThat(signer.objection(roots, RECORDED)).isEmpty();
        assertThat(signer.objection(
                        roots.only(List.of("https://github.com/kubewarden/*"))
                                .vouchedForBy(List.of("https://token.actions.githubusercontent.com")),
                        RECORDED))
                .isEmpty();
        assertThat(signer.objection(roots.vouchedForBy(List.of("https://accounts.example.com")), RECORDED))
                .contains("vouched for by https://token.actions.githubusercontent.com");
        assertThat(signer.objection(roots, RECORDED.plusSeconds(3_600)))
                .contains("certificate ended at 2022-02-25T16:40:01Z", "no log that is trusted");
    }

    @Test
    void anEntryOfAnotherPayloadSaysNothing() {
        byte[] signature = Base64.getDecoder()
                .decode(
                        "MEYCIQCW5fQgPTQ7ZNSnFHslrNNQkKgSIQi8cR159PA1sK8TiQIhAJwL9bOqBJmWn7YKdoSzo4slOgk8JBBjqXdsrt3ryQtB");
        SignedPayload other =
                new SignedPayload("", "{}".getBytes(StandardCharsets.UTF_8), signature, text("signer.pem"), "", entry);
        assertThat(other.recorded(signer.leaf(), roots.logs())).isEmpty();
    }

    @Test
    void whatIsNoEntryIsNone() {
        assertThat(LogEntry.ofAnnotation("")).isEmpty();
        assertThat(LogEntry.ofAnnotation("no json")).isEmpty();
        assertThat(LogEntry.ofAnnotation("{\"SignedEntryTimestamp\":\"*\",\"Payload\":{\"body\":\"*\"}}"))
                .isEmpty();
    }
}

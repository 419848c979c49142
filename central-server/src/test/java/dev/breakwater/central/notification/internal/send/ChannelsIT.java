package dev.breakwater.central.notification.internal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.breakwater.central.fleet.internal.LinkAddress;
import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.authority.Keys;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.EmailSettings.Tls;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.Message;
import dev.breakwater.central.notification.internal.target.Target;
import dev.breakwater.engine.model.Severity;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire: real TLS, a real mail server, a real receiver, and what must not be reached. */
class ChannelsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String KEY = "0123456789abcdef-key";

    @TempDir
    static Path folder;

    static Path trusted;
    static SSLContext serving;

    @BeforeAll
    static void certificates() throws Exception {
        Instant now = Instant.now().minusSeconds(60);
        Authority authority = Authority.create(now);
        KeyPair pair = Keys.generate();
        X509Certificate certificate =
                authority.issueServer(pair.getPublic(), LinkAddress.parse("127.0.0.1:443"), now, Duration.ofDays(1));
        trusted = Files.writeString(folder.resolve("trusted.pem"), Keys.pem(authority.certificate()));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", pair.getPrivate(), PASSWORD, new Certificate[] {certificate, authority.certificate()});
        Path keys = folder.resolve("server.p12");
        try (OutputStream out = Files.newOutputStream(keys)) {
            store.store(out, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        serving = SSLContext.getInstance("TLS");
        serving.init(managers.getKeyManagers(), null, null);
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, keys.toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, new String(PASSWORD));
    }

    @AfterAll
    static void forget() {
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
    }

    @Test
    void postsToAReceiverWhoseCertificateIsTrusted() throws Exception {
        try (Receiver receiver = Receiver.tls(serving)) {
            assertThat(webhook(settings(true, "127.0.0.0/8"), receiver.url())).isEqualTo("HTTP 204");
            assertThat(webhook(settings(true, "127.0.0.0/8"), receiver.url("localhost")))
                    .isEqualTo("HTTP 204");
        }
    }

    @Test
    void doesNotPostToAReceiverWhoseCertificateIsNotTrusted() {
        try (Receiver receiver = Receiver.tls(serving)) {
            assertThatThrownBy(() -> webhook(settings(false, "127.0.0.0/8"), receiver.url()))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageStartingWith("TLS failed: ");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void doesNotPostUnderANameThatTheCertificateDoesNotHave() {
        try (Receiver receiver = Receiver.tls(serving)) {
            assertThatThrownBy(() -> webhook(settings(true, "127.0.0.0/8"), receiver.url("127.0.0.2")))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("127.0.0.2");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void doesNotReachThisMachineUnlessThatIsAllowed() {
        try (Receiver receiver = Receiver.tls(serving)) {
            for (String host :
                    List.of("127.0.0.1", "localhost", "0177.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]")) {
                assertThatThrownBy(() -> webhook(settings(true), receiver.url(host)))
                        .as(host)
                        .isInstanceOf(DeliveryFailed.class);
            }
            assertThatThrownBy(() -> webhook(settings(true), receiver.url("localhost")))
                    .hasMessageContaining("breakwater.notifications.allowed-targets");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void neverReachesMetadataWhateverIsAllowed() {
        for (String host : List.of("169.254.169.254", "[fd00:ec2::254]", "0.0.0.0", "[::]", "224.0.0.1")) {
            assertThatThrownBy(() -> webhook(settings(true, "0.0.0.0/0", "::/0"), "https://" + host + "/latest"))
                    .as(host)
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("never go to");
        }
    }

    @Test
    void speaksInTheClearOnlyToWhatIsAllowed() {
        assertThatThrownBy(() -> webhook(settings(true, "127.0.0.0/8"), "http://1.1.1.1/hook"))
                .isInstanceOf(DeliveryFailed.class)
                .hasMessageContaining("by https only");
    }

    @Test
    void followsNoRedirect() {
        try (Receiver receiver = Receiver.plain();
                Receiver inner = Receiver.plain()) {
            receiver.answers(exchange -> {
                exchange.getResponseHeaders().set("Location", inner.url());
                exchange.sendResponseHeaders(307, -1);
            });
            assertThatThrownBy(() -> webhook(settings(true, "127.0.0.0/8"), receiver.url()))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("HTTP 307")
                    .hasMessageContaining("Redirects are not followed");
            assertThat(inner.requests()).isEmpty();
        }
    }

    @Test
    void readsNoMoreOfAnAnswerThanItShows() {
        try (Receiver receiver = Receiver.plain()) {
            receiver.answers(exchange -> {
                exchange.sendResponseHeaders(400, 0);
                byte[] block = "no\u202e\r\nX: y ".repeat(1_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                try (OutputStream out = exchange.getResponseBody()) {
                    for (int i = 0; i < 100_000; i++) {
                        out.write(block);
                    }
                }
            });
            assertThatThrownBy(() -> webhook(settings(true, "127.0.0.0/8"), receiver.url()))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageStartingWith("The answer is HTTP 400: no\\u202e\\u000d\\u000aX: y")
                    .hasMessageNotContaining("\n")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        }
    }

    @Test
    void doesNotWaitLongerThanIsSet() {
        try (Receiver receiver = Receiver.plain()) {
            receiver.answers(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                // A byte now and then keeps every read in its time; the whole is bounded all the same.
                try (OutputStream out = exchange.getResponseBody()) {
                    for (int i = 0; i < 200; i++) {
                        out.write('x');
                        out.flush();
                        java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                    }
                }
            });
            long start = System.nanoTime();
            assertThatThrownBy(() -> webhook(settings(true, "127.0.0.0/8"), receiver.url()))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("No end within 2 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void sendsMailOverTls() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("central", "s3cret"));
        server.start();
        try {
            String answer =
                    mail(settings(true, "127.0.0.0/8"), server.getSmtps().getPort(), Tls.IMPLICIT, "s3cret");
            assertThat(answer).isEqualTo("127.0.0.1 took the mail for ops@example.com.");
            assertThat(server.getReceivedMessages()).hasSize(1);

            assertThatThrownBy(() -> mail(
                            settings(false, "127.0.0.0/8"), server.getSmtps().getPort(), Tls.IMPLICIT, "s3cret"))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("TLS failed");
            assertThatThrownBy(() -> mail(settings(true), server.getSmtps().getPort(), Tls.IMPLICIT, "s3cret"))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("breakwater.notifications.allowed-targets");
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void tellsWhatTheMailServerSays() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("central", "s3cret"));
        server.start();
        try {
            int port = server.getSmtps().getPort();
            assertThatThrownBy(() -> mail(settings(true, "127.0.0.0/8"), port, Tls.IMPLICIT, "wrong-one"))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("The server refuses the user or the password")
                    .hasMessageContaining("535")
                    .hasMessageNotContaining("wrong-one");
        } finally {
            server.stop();
        }
        assertThatThrownBy(() -> mail(settings(true, "127.0.0.0/8"), 1, Tls.NONE, ""))
                .isInstanceOf(DeliveryFailed.class)
                .hasMessageContaining("Connection refused");
    }

    @Test
    void insistsOnStartTls() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThatThrownBy(() ->
                            mail(settings(true, "127.0.0.0/8"), server.getSmtp().getPort(), Tls.STARTTLS, "s3cret"))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void hostileTextIsOnlyTextInMail() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Message message = message("evil\r\nBcc: all@example.com <script>alert(1)</script>");
            new EmailChannel(
                            new AddressGuard(settings(true, "127.0.0.0/8")),
                            new TlsTrust(settings(true)),
                            settings(true))
                    .send(
                            mailTarget(server.getSmtp().getPort(), Tls.NONE, "", ""),
                            new Outgoing(
                                    message.id(), JsonMapper.shared().writeValueAsString(message), 1, Instant.now()));
            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getAllRecipients()).hasSize(1);
            java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
            mail.writeTo(whole);
            assertThat(MailHtml.of(message)).doesNotContain("<script>").contains("&lt;script&gt;");
        } finally {
            server.stop();
        }
    }

    private static Message message(String hostile) {
        return new Message(
                1,
                UUID.randomUUID(),
                Instant.now(),
                Message.Kind.TEST,
                hostile,
                hostile,
                Severity.UNKNOWN,
                0,
                0,
                List.of(),
                0,
                0,
                List.of(),
                0,
                "",
                null);
    }

    private static String webhook(NotificationProperties settings, String url) throws DeliveryFailed {
        Target target = new Target(UUID.randomUUID(), "t", NotifierKind.WEBHOOK, null, new WebhookSettings(url), KEY);
        return new WebhookChannel(new GuardedHttp(new AddressGuard(settings), new TlsTrust(settings), settings))
                .send(target, new Outgoing(UUID.randomUUID(), "{}", 1, Instant.now()));
    }

    private static String mail(NotificationProperties settings, int port, Tls tls, String password)
            throws DeliveryFailed {
        Message message = message("a title");
        return new EmailChannel(new AddressGuard(settings), new TlsTrust(settings), settings)
                .send(
                        mailTarget(port, tls, tls == Tls.NONE ? "" : "central", password),
                        new Outgoing(message.id(), JsonMapper.shared().writeValueAsString(message), 1, Instant.now()));
    }

    private static Target mailTarget(int port, Tls tls, String user, String password) {
        return new Target(
                UUID.randomUUID(),
                "t",
                NotifierKind.EMAIL,
                new EmailSettings("127.0.0.1", port, tls, user, "breakwater@example.com", List.of("ops@example.com")),
                null,
                password);
    }

    private static NotificationProperties settings(boolean trusting, String... allowed) {
        return new NotificationProperties(
                1,
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofMinutes(5),
                10,
                3,
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofSeconds(2),
                Duration.ofMinutes(2),
                List.of(allowed),
                trusting ? trusted.toString() : "",
                Duration.ofSeconds(15),
                Duration.ofMinutes(5));
    }
}

package dev.breakwater.central.notification.internal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.Parcels;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.testing.BucketStore;
import dev.breakwater.seal.Digests;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files to a real mail server, a real receiver and a real store. */
class ParcelsIT {

    private static final String SECRET = "a secret key of a store";

    @RegisterExtension
    static final NotifyingCentral CENTRAL = NotifyingCentral.started();

    @TempDir
    private static Path work;

    private static BucketStore store;

    private final Parcels parcels = CENTRAL.central().bean(Parcels.class);

    @BeforeEach
    void clear() {
        CENTRAL.clear();
    }

    @AfterAll
    static void stop() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void attachesFilesToMail() throws Exception {
        Parcel parcel = parcel(UUID.randomUUID(), "a,b\n");
        parcels.bring(CENTRAL.email().name(), parcel);

        MimeMessage mail = CENTRAL.mail().getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[Breakwater] Weekly of 2026-11-26");
        assertThat(mail.getHeader("Message-ID")[0]).contains(parcel.id().toString());
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("report.csv");
        try (InputStream in = parts.getBodyPart(1).getInputStream()) {
            assertThat(in.readAllBytes()).isEqualTo("a,b\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void postsFilesInASignedRequest() throws Exception {
        Parcel parcel = parcel(UUID.randomUUID(), "a,b\n");
        parcels.bring(CENTRAL.webhook().id().toString(), parcel);

        Receiver.Request request = CENTRAL.receiver().requests().getFirst();
        assertThat(request.headers().getFirst("Breakwater-Id"))
                .isEqualTo(parcel.id().toString());
        assertThat(request.headers().getFirst("Breakwater-Attempt")).isEqualTo("2");
        long timestamp = Long.parseLong(request.headers().getFirst("Breakwater-Timestamp"));
        assertThat(request.headers().getFirst("Breakwater-Signature"))
                .isEqualTo(Signature.of(NotifyingCentral.KEY, timestamp, request.body()));
        JsonNode message = JsonMapper.shared().readTree(request.body());
        assertThat(message.get("kind").asString()).isEqualTo("REPORT");
        JsonNode file = message.get("files").get(0);
        assertThat(file.get("sha256").asString()).isEqualTo(Digests.sha256("a,b\n"));
        assertThat(Base64.getDecoder().decode(file.get("content").asString()))
                .isEqualTo("a,b\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void putsObjectsIntoABucketOnceHoweverOftenItIsTried() throws Exception {
        Notifier bucket = bucket(SECRET);
        UUID id = UUID.randomUUID();
        assertThat(parcels.bring(bucket.name(), parcel(id, "a,b\n")))
                .contains("2 objects are in reports/breakwater/weekly/");
        assertThat(store.keys())
                .contains("breakwater/weekly/" + id + "/report.csv", "breakwater/weekly/" + id + "/manifest.json");

        assertThat(parcels.bring(bucket.name(), parcel(id, "changed"))).contains("it was there already");
        assertThat(store.object("breakwater/weekly/" + id + "/report.csv"))
                .isEqualTo("a,b\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void triesABucketAsAnyTargetAndSendsMessagesThere() {
        Notifier bucket = bucket(SECRET);
        assertThat(CENTRAL.central().bean(Notifiers.class).test(bucket.id()).detail())
                .startsWith("HTTP 200");
        assertThat(store.keys()).anyMatch(key -> key.startsWith("breakwater/notifications/"));
    }

    @Test
    void saysWhyItFailedAndShowsNoSecret() {
        Notifier missing =
                CENTRAL.central().bean(Notifiers.class).create(draft("missing", "no-such-bucket", endpoint(), SECRET));
        assertThatExceptionOfType(Parcels.Failed.class)
                .isThrownBy(() -> parcels.bring(missing.name(), parcel(UUID.randomUUID(), "x")))
                .withMessageContaining("404")
                .satisfies(failed -> assertThat(failed.isLasting()).isFalse())
                .satisfies(failed -> assertThat(failed.getMessage()).doesNotContain(SECRET));
        assertThatExceptionOfType(Parcels.Failed.class)
                .isThrownBy(() -> parcels.bring("nobody", parcel(UUID.randomUUID(), "x")))
                .satisfies(failed -> assertThat(failed.isLasting()).isTrue());
    }

    @Test
    void refusesStoresWhereMessagesMustNotGo() {
        Notifiers notifiers = CENTRAL.central().bean(Notifiers.class);
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> notifiers.create(draft("metadata", "reports", "http://169.254.169.254", SECRET)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("bucket/endpoint"));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> notifiers.create(draft("inside", "reports", "https://10.1.2.3", SECRET)))
                .withMessageContaining("allowed-targets");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> notifiers.create(draft("none", "reports", endpoint(), null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("secret"));
    }

    @Test
    void keepsTheSecretKeyOnlyForTheStoreThatItWasGivenFor() {
        Notifiers notifiers = CENTRAL.central().bean(Notifiers.class);
        Notifier bucket = bucket(SECRET);
        notifiers.update(bucket.id(), draft(bucket.name(), "other-bucket", endpoint(), null));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() ->
                        notifiers.update(bucket.id(), draft(bucket.name(), "reports", "http://127.0.0.2:9000", null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("secret"));
    }

    private static String endpoint() {
        if (store == null) {
            store = BucketStore.started(work);
        }
        return store.endpoint();
    }

    private static Notifier bucket(String secret) {
        return CENTRAL.central()
                .bean(Notifiers.class)
                .create(draft("bucket " + UUID.randomUUID(), BucketStore.BUCKET, endpoint(), secret));
    }

    private static NotifierDraft draft(String name, String bucket, String endpoint, String secret) {
        return new NotifierDraft(
                name,
                NotifierKind.S3,
                true,
                null,
                null,
                new BucketSettings(endpoint, "us-east-1", bucket, "breakwater/", "AKIDEXAMPLE"),
                secret);
    }

    private static Parcel parcel(UUID id, String csv) {
        return new Parcel(
                id,
                2,
                "weekly/" + id,
                "Weekly of 2026-11-26",
                List.of("Weekly."),
                List.of(),
                Map.of("kind", "REPORT"),
                List.of(
                        new Bytes("report.csv", "text/csv", csv),
                        new Bytes("manifest.json", "application/json", "{}")));
    }

    private record Bytes(String name, String mediaType, String text) implements Parcel.Content {

        @Override
        public long size() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public String sha256() {
            return Digests.sha256(text);
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

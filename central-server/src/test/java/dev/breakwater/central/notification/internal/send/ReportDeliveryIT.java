package dev.breakwater.central.notification.internal.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.Parcels;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDelivery;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFile;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.internal.evidence.ParcelDelivery;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.Sealing;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.central.testing.BucketStore;
import dev.breakwater.seal.Digests;
import dev.breakwater.seal.Manifest;
import dev.breakwater.seal.SealedBundle;
import dev.breakwater.seal.Trust;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sealed report arrives so that it verifies, whichever way it goes. */
class ReportDeliveryIT {

    @RegisterExtension
    static final NotifyingCentral CENTRAL = NotifyingCentral.started();

    private final Instant now = CENTRAL.central().clock().instant();
    private final UUID job = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private final byte[] csv = "control,outcome\n4.1.1,FAIL\n".getBytes(StandardCharsets.UTF_8);
    private final String signer =
            CENTRAL.central().bean(SigningKeys.class).current().fingerprint();
    private final List<Held> files = files();
    private ReportDraft.Packing packing = ReportDraft.Packing.FILES;
    private Map<String, String> settings = Map.of();

    @TempDir
    private Path work;

    @BeforeEach
    void clear() {
        CENTRAL.clear();
    }

    @Test
    void verifiesWhenItCameByMail() throws Exception {
        deliver(NotifierKind.EMAIL, CENTRAL.email());
        Multipart mail = (Multipart) CENTRAL.mail().getReceivedMessages()[0].getContent();
        for (int i = 1; i < mail.getCount(); i++) {
            BodyPart part = mail.getBodyPart(i);
            try (InputStream in = part.getInputStream()) {
                Files.write(work.resolve(part.getFileName()), in.readAllBytes());
            }
        }
        verify();
        assertThat(CENTRAL.mail().getReceivedMessages()[0].getSubject())
                .isEqualTo("[Breakwater] Weekly PCI of 2026-06-01");
    }

    @Test
    void verifiesWhenItCameByARequestThatNamesTheHeadOfTheChain() throws Exception {
        deliver(NotifierKind.WEBHOOK, CENTRAL.webhook());
        JsonNode message = JsonMapper.shared()
                .readTree(CENTRAL.receiver().requests().getLast().body());
        for (JsonNode file : message.get("files")) {
            Files.write(
                    work.resolve(file.get("name").asString()),
                    java.util.Base64.getDecoder().decode(file.get("content").asString()));
        }
        verify();
        assertThat(message.get("chain").get("hash").asString())
                .isEqualTo(CENTRAL.central().bean(SealedDays.class).head().hash());
        assertThat(message.get("signingKey").asString()).isEqualTo(signer);
        var headers = CENTRAL.receiver().requests().getLast().headers();
        assertThat(headers.getFirst("Breakwater-Attempt")).isEqualTo("3");
        assertThat(headers.getFirst("Breakwater-Id"))
                .as("the same at each try")
                .isEqualTo(message.get("id").asString());
    }

    @Test
    void verifiesWhenItWasPutIntoABucketAndIsPutThereOnce() throws Exception {
        try (BucketStore store = BucketStore.started(work)) {
            Notifier bucket = CENTRAL.central()
                    .bean(Notifiers.class)
                    .create(new NotifierDraft(
                            "archive",
                            NotifierKind.S3,
                            true,
                            null,
                            null,
                            new BucketSettings(store.endpoint(), "us-east-1", BucketStore.BUCKET, "", "AKIDEXAMPLE"),
                            "the secret key of a store"));
            deliver(NotifierKind.S3, bucket);
            assertThat(deliver(NotifierKind.S3, bucket)).contains("it was there already");
            assertThat(store.keys()).hasSize(3);
            for (Held file : files) {
                String name = file.file().name();
                Files.write(work.resolve(name), store.object("weekly-pci/2026-06-01/" + job + "/" + name));
            }
        }
        verify();
    }

    @Test
    void comesAsOneFileThatVerifiesAsItIsUnlessSingleFilesAreAskedFor() throws Exception {
        packing = ReportDraft.Packing.BUNDLE;
        settings = Map.of("to", "auditor@example.com; lead@example.com");
        deliver(NotifierKind.EMAIL, CENTRAL.email());
        var mail = CENTRAL.mail().getReceivedMessages();
        assertThat(mail).hasSize(2);
        assertThat(mail[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("auditor@example.com", "lead@example.com");
        Multipart parts = (Multipart) mail[0].getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("weekly.zip");
        try (InputStream bundle = parts.getBodyPart(1).getInputStream()) {
            verified(SealedBundle.verify(bundle, new Trust(Set.of(signer))));
        }

        settings = Map.of();
        deliver(NotifierKind.WEBHOOK, CENTRAL.webhook());
        JsonNode message = JsonMapper.shared()
                .readTree(CENTRAL.receiver().requests().getLast().body());
        assertThat(message.get("files")).hasSize(1);
        byte[] bundle = java.util.Base64.getDecoder()
                .decode(message.get("files").get(0).get("content").asString());
        verified(SealedBundle.verify(new ByteArrayInputStream(bundle), new Trust(Set.of(signer))));
        assertThat(message.get("chain").get("hash").asString())
                .isEqualTo(CENTRAL.central().bean(SealedDays.class).head().hash());
    }

    @Test
    void takesReceiversOnlyForMailAndOnlyAddresses() {
        String mail = CENTRAL.email().name();
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> way(NotifierKind.EMAIL)
                        .check(new ReportDestination("EMAIL", mail, Map.of("to", "ops@example.com, nobody"))))
                .withMessageContaining("nobody");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> way(NotifierKind.WEBHOOK)
                        .check(new ReportDestination(
                                "WEBHOOK", CENTRAL.webhook().name(), Map.of("to", "ops@example.com"))));
    }

    @Test
    void takesOnlyATargetOfItsKind() {
        Notifier mail = CENTRAL.email();
        ReportDelivery way = way(NotifierKind.WEBHOOK);
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> way.check(new ReportDestination("WEBHOOK", mail.name(), Map.of())))
                .withMessageContaining("this one is of the kind EMAIL");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> way.check(new ReportDestination("WEBHOOK", "nobody", Map.of())));
        way(NotifierKind.EMAIL).check(new ReportDestination("EMAIL", mail.name().toUpperCase(), Map.of()));
    }

    private void verify() throws Exception {
        verified(SealedBundle.verifyFolder(work.resolve(Manifest.NAME), new Trust(Set.of(signer))));
    }

    private static void verified(SealedBundle.Verified verified) {
        assertThat(verified.manifest().files()).extracting(Manifest.Part::name).containsExactly("weekly.csv");
    }

    private static ReportDelivery way(NotifierKind kind) {
        return new ParcelDelivery(
                kind,
                "",
                CENTRAL.central().bean(Parcels.class),
                CENTRAL.central().bean(SigningKeys.class),
                CENTRAL.central().bean(SealedDays.class));
    }

    private String deliver(NotifierKind kind, Notifier target) throws ReportDelivery.Failed {
        ReportDestination destination = new ReportDestination(kind.name(), target.name(), settings);
        ReportDraft draft = new ReportDraft(
                "Weekly PCI",
                ReportKind.COMPLIANCE,
                List.of(),
                List.of(),
                "",
                null,
                Set.of(ReportFormat.CSV),
                null,
                90,
                List.of(destination),
                packing);
        return way(kind)
                .deliver(
                        new ReportDelivery.Try(
                                UUID.nameUUIDFromBytes(kind.name().getBytes(StandardCharsets.UTF_8)), 3),
                        new ReportDefinition(job, draft, "admin", null, 1, now, now, "admin"),
                        new ReportJob(
                                job,
                                job,
                                "Weekly PCI",
                                ReportKind.COMPLIANCE,
                                "admin",
                                "REQUEST",
                                "admin",
                                null,
                                ReportJob.State.DONE,
                                100,
                                "",
                                "",
                                1,
                                now,
                                null,
                                now,
                                now,
                                now,
                                "",
                                null,
                                List.of(),
                                List.of()),
                        destination,
                        files);
    }

    private List<Held> files() {
        Sealing.Sealed sealed = CENTRAL.central()
                .bean(Sealing.class)
                .seal(new Sealing.Wanted(
                        new Manifest.Report(job.toString(), null, "Weekly PCI", "COMPLIANCE", "everything"),
                        now,
                        new TreeMap<>(Map.of("breakwater", "test")),
                        List.of(),
                        List.of(Manifest.Part.of("weekly.csv", csv))));
        return List.of(
                new Held("weekly.csv", ReportFormat.CSV, csv),
                new Held(Manifest.NAME, null, sealed.manifest()),
                new Held(Manifest.SIGNATURE, null, sealed.seal().bytes()));
    }

    private record Held(String name, ReportFormat format, byte[] bytes) implements RenderedFile {

        @Override
        public ReportFile file() {
            return new ReportFile(
                    name,
                    format,
                    format == null ? "application/json" : "text/csv",
                    bytes.length,
                    Digests.sha256(bytes));
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}

package dev.breakwater.central.images.internal.scan;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.SensorScans;
import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.images.Scan;
import dev.breakwater.central.images.Scan.State;
import dev.breakwater.central.images.Scans;
import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.testing.RealRegistry;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.scanner.ContentsCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Jobs against a real registry. */
class ScanJobsIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    @TempDir
    static Path folder;

    private static RealRegistry registry;

    @BeforeAll
    static void startRegistry() {
        registry = RealRegistry.start(folder);
        central.bean(Registries.class)
                .create(new RegistryDraft(registry.host(), "", ScannedBy.CENTRAL, "", "", true, null));
    }

    @AfterAll
    static void stopRegistry() {
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void whatRunsIsQueuedByItsDigestAndScanned() {
        String digest = push("shop/web", "1", Map.of("bash", "5.2", "openssl", "3.0.1"));
        WorkloadSpec spec = runs("web", "shop/web:1", digest);

        assertThat(queueAndRun()).isEqualTo(1);

        Scan scan = scanOf(digest);
        assertThat(scan.state()).as(scan.lastError()).isEqualTo(State.DONE);
        assertThat(scan.cause()).isEqualTo("it runs");
        assertThat(scan.workloads()).isEqualTo(1);
        ImageScan found = details(spec).scan().toOptional().orElseThrow();
        assertThat(found.operatingSystem()).isEqualTo("debian:12");
        assertThat(found.packages())
                .extracting(ImageScan.InstalledPackage::name)
                .containsExactlyInAnyOrder("bash", "openssl");
        assertThat(details(spec).user()).isEqualTo(Observed.known("1000"));
        assertThat(queueAndRun()).as("it is fresh").isZero();
    }

    @Test
    void anOldScanIsRenewedAndEachLayerIsReadOnce() {
        String digest = push("shop/old", "1", Map.of("zlib", "1.2"));
        runs("old", "shop/old:1", digest);
        queueAndRun();
        long layers = layers();

        central.clock().advance(Duration.ofDays(15));
        assertThat(queueAndRun()).isPositive();

        assertThat(scanOf(digest).cause()).isEqualTo("its last scan is old");
        assertThat(layers()).isEqualTo(layers);
    }

    @Test
    void aScanThatCannotSucceedSaysWhyAndSoDoTheFacts() {
        String digest = "sha256:" + "0a".repeat(32);
        WorkloadSpec spec = runs("gone", "shop/gone:1", digest);

        queueAndRun();

        Scan scan = scanOf(digest);
        assertThat(scan.state()).isEqualTo(State.FAILED);
        assertThat(scan.reason()).isEqualTo("NOT_FOUND");
        assertThat(scan.lastError()).contains("shop/gone");
        assertThat(details(spec).scan()).isInstanceOfSatisfying(Observed.Unknown.class, unknown -> {
            assertThat(unknown.reason()).isEqualTo(UnknownReason.FAILED);
            assertThat(unknown.detail()).contains("could not be looked into");
        });
        assertThat(queueAndRun()).as("not before a day").isZero();
        central.clock().advance(Duration.ofHours(25));
        assertThat(queueAndRun()).isPositive();
    }

    @Test
    void aRegistryThatNobodySetIsNotCalled() {
        String digest = "sha256:" + "0b".repeat(32);
        WorkloadSpec spec = deployment("scans", "stranger", "stranger.example:5000/a:1", false);
        central.send(spec, pod(spec, "stranger-1", Digest.parse(digest).orElseThrow()));

        queueAndRun();

        assertThat(scanOf(digest).reason()).isEqualTo("NOT_CONFIGURED");
        assertThat(scanOf(digest).lastError()).contains("stranger.example:5000").contains("add it");
        central.bean(Registries.class)
                .create(new RegistryDraft("stranger.example:5000", "", ScannedBy.NOBODY, "", "", false, null));
        assertThat(scanOf(digest).state()).as("tried again, now that it is set").isEqualTo(State.QUEUED);
    }

    @Test
    void anUnreachableRegistryIsTriedAgainLaterAndLater() {
        central.bean(Registries.class)
                .create(new RegistryDraft("127.0.0.1:9", "", ScannedBy.CENTRAL, "", "", true, null));
        Scan asked =
                central.bean(Scans.class).request(List.of("127.0.0.1:9/a/b:1")).getFirst();
        Duration last = Duration.ZERO;
        for (int attempt = 1; attempt <= 6; attempt++) {
            runAll();
            Scan scan = central.bean(Scans.class).get(asked.id(), AccessScope.EVERYTHING);
            assertThat(scan.reason()).isEqualTo("UNREACHABLE");
            assertThat(scan.attempts()).isEqualTo(attempt);
            if (attempt < 6) {
                Duration pause = Duration.between(central.clock().instant(), scan.nextAt());
                assertThat(pause).isGreaterThan(last.dividedBy(4));
                last = pause;
                central.clock().advance(pause);
            } else {
                assertThat(scan.state()).isEqualTo(State.FAILED);
            }
        }
    }

    @Test
    void peopleAskForImagesByNameAndTakeThatBack() {
        push("shop/asked", "2", Map.of("curl", "8"));
        Scans scans = central.bean(Scans.class);

        Scan asked = scans.request(List.of(registry.host() + "/shop/asked:2")).getFirst();
        assertThat(asked.state()).isEqualTo(State.QUEUED);
        assertThat(asked.requestedBy()).isEqualTo("ada");
        assertThat(scans.cancel(asked.id()).state()).isEqualTo(State.CANCELLED);
        runAll();
        assertThat(scans.get(asked.id(), AccessScope.EVERYTHING).state()).isEqualTo(State.CANCELLED);

        scans.request(List.of(registry.host() + "/shop/asked:2"));
        runAll();
        assertThat(scans.get(asked.id(), AccessScope.EVERYTHING).state()).isEqualTo(State.DONE);
    }

    @Test
    void aSensorLooksWhereCentralCannot() {
        central.bean(Registries.class)
                .create(new RegistryDraft("inside.example", "", ScannedBy.SENSOR, "", "", false, null));
        String digest = "sha256:" + "0c".repeat(32);
        WorkloadSpec spec = deployment("scans", "inside", "inside.example/a:1", false);
        central.send(spec, pod(spec, "inside-1", Digest.parse(digest).orElseThrow()));
        SensorScans sensors = central.bean(SensorScans.class);

        queueAndRun();
        assertThat(scanOf(digest).state()).as("central does not do it").isEqualTo(State.QUEUED);
        assertThat(sensors.orders(UUID.randomUUID(), 5)).as("nobody else's").isEmpty();
        SensorScans.Order order = sensors.orders(JudgingCentral.CLUSTER, 5).getFirst();
        assertThat(order.reference()).contains("inside.example/a").contains(digest);
        sensors.progressed(JudgingCentral.CLUSTER, order.job(), order.attempt(), 1, 3, 1000);
        assertThat(scanOf(digest).layers()).isEqualTo(3);
        byte[] contents = ContentsCodec.write(
                ImageContentsFixture.of(digest).deb("curl", "8").build());
        sensors.scanned(JudgingCentral.CLUSTER, "c1", order.job(), order.attempt() + 1, contents);
        assertThat(scanOf(digest).state()).as("of another order").isEqualTo(State.RUNNING);
        sensors.scanned(JudgingCentral.CLUSTER, "c1", order.job(), order.attempt(), contents);

        assertThat(scanOf(digest).state()).isEqualTo(State.DONE);
        assertThat(details(spec).scan().toOptional().orElseThrow().packages())
                .extracting(ImageScan.InstalledPackage::name)
                .containsExactly("curl");
    }

    @Test
    void aSensorCannotSpeakOfImagesThatOthersSaw() {
        String seen = push("shop/seen", "1", Map.of("bash", "5"));
        runs("seen", "shop/seen:1", seen);
        queueAndRun();
        central.bean(Registries.class)
                .create(new RegistryDraft("liar.example", "", ScannedBy.SENSOR, "", "", false, null));
        String digest = "sha256:" + "0d".repeat(32);
        WorkloadSpec spec = deployment("scans", "liar", "liar.example/a:1", false);
        central.send(spec, pod(spec, "liar-1", Digest.parse(digest).orElseThrow()));
        queueAndRun();
        SensorScans sensors = central.bean(SensorScans.class);
        SensorScans.Order order = sensors.orders(JudgingCentral.CLUSTER, 5).getFirst();

        sensors.scanned(
                JudgingCentral.CLUSTER,
                "c1",
                order.job(),
                order.attempt(),
                ContentsCodec.write(ImageContentsFixture.of(seen).build()));

        assertThat(scanOf(digest).state()).isEqualTo(State.FAILED);
        assertThat(scanOf(digest).reason()).isEqualTo("DAMAGED");
    }

    @Test
    void theRegistryCanBeTested() {
        Registries registries = central.bean(Registries.class);
        assertThat(registries
                        .test(new RegistryDraft(registry.host(), "", ScannedBy.CENTRAL, "", "", true, null), null)
                        .reached())
                .isTrue();
        assertThat(registries.test(new RegistryDraft("127.0.0.1:9", "", ScannedBy.CENTRAL, "", "", true, null), null))
                .satisfies(test -> {
                    assertThat(test.reached()).isFalse();
                    assertThat(test.detail()).isNotBlank();
                });
    }

    private static String push(String repository, String tag, Map<String, String> packages) {
        return registry.push(repository, tag, RealRegistry.debian(packages), "2026-05-01T00:00:00Z");
    }

    private static WorkloadSpec runs(String name, String image, String digest) {
        WorkloadSpec spec = deployment("scans", name, registry.host() + "/" + image, false);
        central.send(spec, pod(spec, name + "-1", Digest.parse(digest).orElseThrow()));
        return spec;
    }

    private static int queueAndRun() {
        int queued = central.bean(ScanQueue.class).queueRunning();
        runAll();
        return queued;
    }

    private static void runAll() {
        while (central.bean(ScanRunner.class).runOne()) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private static Scan scanOf(String digest) {
        return central.bean(Scans.class)
                .list(new ListRequest("digest:\"" + digest + "\"", "", 10, null), AccessScope.EVERYTHING)
                .items()
                .getFirst();
    }

    private static ImageDetails details(WorkloadSpec spec) {
        return central.bean(KnownImages.class).ofWorkloads(List.of(JudgingCentral.idOf(spec))).values().stream()
                .flatMap(images -> images.values().stream())
                .findFirst()
                .orElse(ImageDetails.NOT_LOOKED_AT);
    }

    private static long layers() {
        return central.jdbc()
                .sql("select count(*) from layer_contents")
                .query(Long.class)
                .single();
    }
}

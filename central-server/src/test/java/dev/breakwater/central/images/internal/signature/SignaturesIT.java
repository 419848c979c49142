package dev.breakwater.central.images.internal.signature;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.internal.DueJudgement;
import dev.breakwater.central.fleet.SensorScans;
import dev.breakwater.central.images.ImageSignatures;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.images.Scans;
import dev.breakwater.central.images.Verifier;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.images.VerifierTest;
import dev.breakwater.central.images.Verifiers;
import dev.breakwater.central.inventory.KnownImages;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.testing.RealRegistry;
import dev.breakwater.central.testing.SigningKey;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Signatures;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.signature.FoundSignatures;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import dev.breakwater.scanner.signature.SignatureFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Signatures in a real registry, verified by real keys and certificates. */
class SignaturesIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static final String POLICY = "Image without a trusted signature";

    @TempDir
    static Path folder;

    private static RealRegistry registry;
    private static int images;

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

    @AfterEach
    void trustNobody() {
        verifiers().list().forEach(one -> verifiers().delete(one.id()));
        central.jdbc().sql("delete from image_signatures").update();
    }

    @Test
    void tellsVerifiedUnverifiedAndUnknownApart() {
        SigningKey key = SigningKey.make();
        String signed = push("states/signed");
        registry.sign("states/signed", signed, key, "");
        WorkloadSpec web = runs("signed", "states/signed:1", signed);
        WorkloadSpec bare = runs("bare", "states/bare:1", push("states/bare"));
        WorkloadSpec gone = runs("gone", "states/gone:1", "sha256:" + "0e".repeat(32));
        assertThat(details(web).verifiedBy().isKnown()).as("nobody is trusted").isFalse();

        add("release-key", key, registry.host() + "/states/*");
        assertThat(details(web).verifiedBy().isKnown()).as("nobody looked").isFalse();
        look();

        assertThat(details(web).verifiedBy()).isEqualTo(Observed.known(Signatures.by("release-key")));
        assertThat(details(bare).verifiedBy()).isEqualTo(Observed.known(Signatures.NONE));
        assertThat(known(gone).verified()).isEmpty();
        assertThat(known(gone).open().get("release-key")).contains("could not be read", "states/gone");
        assertThat(report(signed)).satisfies(report -> {
            assertThat(report.state()).isEqualTo(State.VERIFIED);
            assertThat(report.found()).isEqualTo(1);
            assertThat(report.source()).isEqualTo("central");
            assertThat(report.lookedAt()).isEqualTo(central.clock().instant());
            assertThat(report.verifiers()).singleElement().satisfies(one -> {
                assertThat(one.signers()).containsExactly("release-key");
                assertThat(one.since()).isEqualTo(central.clock().instant());
            });
        });
        assertThat(report("sha256:" + "0e".repeat(32)).state()).isEqualTo(State.UNKNOWN);
        assertThat(verifiers().list()).singleElement().satisfies(one -> {
            assertThat(List.of(one.verified(), one.unverified(), one.unknown())).containsExactly(1, 1, 1);
            assertThat(one.trusted()).extracting(Verifier.Trusted::what).containsExactly("EC 256");
        });
    }

    /** A tag may name another image by now; the digest that a node reports is the one that runs. */
    @Test
    void anImageOfWhichOnlyATagIsKnownIsUnknownUntilANodeTellsItsDigest() {
        SigningKey key = SigningKey.make();
        String digest = push("tags/only");
        registry.sign("tags/only", digest, key, "");
        WorkloadSpec spec = deployment("signatures", "tagged", registry.host() + "/tags/only:1", false);
        central.send(spec);
        add("tag-key", key, registry.host() + "/tags/*");
        look();

        assertThat(details(spec).verifiedBy().isKnown()).isFalse();
        String image = central.jdbc()
                .sql("select id::text from images where repository = 'tags/only' and digest is null")
                .query(String.class)
                .single();
        assertThat(report(image).verifiers()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.UNKNOWN);
            assertThat(one.reason()).startsWith("Only a tag of it is known");
        });
        assertThatThrownBy(() -> central.bean(ImageSignatures.class).lookAgain(image))
                .hasMessageContaining("only a tag of it is known");

        central.send(spec, pod(spec, "tagged-1", Digest.parse(digest).orElseThrow()));
        look();
        assertThat(details(spec).verifiedBy()).isEqualTo(Observed.known(Signatures.by("tag-key")));
    }

    @Test
    void aNewVerifierIsAskedOfWhatIsKeptWithoutTheRegistry() {
        SigningKey key = SigningKey.make();
        String digest = push("shop/kept");
        registry.sign("shop/kept", digest, key, "");
        WorkloadSpec spec = runs("kept", "shop/kept:1", digest);
        add("other", SigningKey.make(), "");
        look();
        assertThat(known(spec)).isEqualTo(Signatures.NONE);
        assertThat(report(digest).reason()).isEqualTo("its signature is by a key that is not trusted");
        settle();

        add("late", key, "");
        assertThat(known(spec).open()).containsEntry("late", "It was not checked with this verifier yet.");
        assertThat(central.bean(SignatureLooks.class).lookAtOne())
                .as("nothing is asked for")
                .isFalse();
        assertThat(central.bean(SignatureVerdicts.class).verifyPending()).isPositive();

        assertThat(known(spec).verified()).containsExactly("late");
        assertThat(due(spec)).as("to be judged anew").isTrue();
        assertThat(central.bean(SignatureVerdicts.class).verifyPending()).isZero();

        Verifier late = named("late");
        verifiers().update(late.id(), draft("late", SigningKey.make(), ""));
        assertThat(known(spec).open()).containsKey("late");
        central.bean(SignatureVerdicts.class).verifyPending();
        assertThat(known(spec)).isEqualTo(Signatures.NONE);
    }

    @Test
    void aCertificateCountsByItsAuthorityAndNameUntilItEnds() {
        SigningKey authority = SigningKey.make();
        SigningKey ann = SigningKey.make();
        String digest = push("shop/certified");
        registry.sign(
                "shop/certified",
                digest,
                ann,
                ann.issuedBy(
                        authority,
                        "CN=authority",
                        "ann@example.com",
                        central.clock().instant(),
                        Duration.ofDays(20)));
        WorkloadSpec spec = runs("certified", "shop/certified:1", digest);
        verifiers().create(certificates("staff", authority, "*@example.com"));
        verifiers().create(certificates("bob", authority, "bob@example.com"));
        look();

        assertThat(known(spec).verified()).containsExactly("staff");
        assertThat(report(digest).verifiers())
                .extracting(ImageSignatures.OfVerifier::verifier, ImageSignatures.OfVerifier::signers)
                .contains(org.assertj.core.groups.Tuple.tuple("staff", List.of("ann@example.com")));
        assertThat(report(digest).verifiers())
                .anySatisfy(one -> assertThat(one.reason()).contains("ann@example.com", "not among the subjects"));

        central.clock().advance(Duration.ofDays(21));
        look();
        assertThat(known(spec)).isEqualTo(Signatures.NONE);
        assertThat(report(digest).verifiers())
                .anySatisfy(one -> assertThat(one.reason()).contains("certificate ended"));
    }

    @Test
    void whatWasVerifiedHoldsWhileTheRegistryIsSilentUntilItIsTooOld() {
        SigningKey key = SigningKey.make();
        String digest = "sha256:" + "0f".repeat(32);
        WorkloadSpec spec = runs("silent", "shop/silent:1", digest);
        add("key", key, "");
        look();
        assertThat(known(spec).open()).containsKey("key");
        central.bean(SignatureLooks.class).keep(digest, registry.host(), FoundSignatures.none(digest), "central");
        assertThat(known(spec)).isEqualTo(Signatures.NONE);

        central.clock().advance(Duration.ofDays(2));
        look();
        assertThat(known(spec)).as("still young").isEqualTo(Signatures.NONE);
        assertThat(report(digest).lastError()).contains("shop/silent");
        central.clock().advance(Duration.ofDays(40));
        settle();
        look();
        assertThat(known(spec).open()).as("too old to rely on").containsKey("key");
        assertThat(due(spec)).isTrue();
    }

    @Test
    void verifiersSpeakOfTheImagesThatTheyName() {
        SigningKey key = SigningKey.make();
        String digest = push("base/os_image");
        registry.sign("base/os_image", digest, key, "");
        WorkloadSpec spec = runs("os", "base/os_image:1", digest);
        add("elsewhere", key, registry.host() + "/base/os-image");
        look();
        assertThat(details(spec).verifiedBy().isKnown()).isFalse();
        assertThat(report(digest).reason()).isEqualTo("No signature verifier speaks of it.");
        assertThatThrownBy(() -> central.bean(ImageSignatures.class).lookAgain(digest))
                .isInstanceOf(Conflict.class);

        verifiers().update(named("elsewhere").id(), draft("elsewhere", key, registry.host() + "/base/os_im*"));
        look();
        assertThat(known(spec).verified()).containsExactly("elsewhere");
        central.bean(ImageSignatures.class).lookAgain(digest);
        assertThat(central.bean(SignatureLooks.class).lookAtOne()).isTrue();
    }

    @Test
    void aVerifierCanBeTriedBeforeItIsKept() {
        SigningKey key = SigningKey.make();
        String digest = push("shop/tried");
        registry.sign("shop/tried", digest, key, "");
        String image = registry.host() + "/shop/tried:1";

        VerifierTest test = verifiers().test(draft("x", key, ""), image);
        assertThat(test.state()).isEqualTo(State.VERIFIED);
        assertThat(test.digest()).isEqualTo(digest);
        assertThat(verifiers().test(draft("x", SigningKey.make(), "quay.io/*"), image))
                .satisfies(other -> {
                    assertThat(other.state()).isEqualTo(State.UNVERIFIED);
                    assertThat(other.speaksOf()).isFalse();
                });
        assertThat(verifiers().list()).isEmpty();
        assertThatThrownBy(() -> verifiers().test(draft("x", key, ""), "unknown.example/a:1"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("image");
    }

    @Test
    void aSensorFindsThemWhereCentralCannot() {
        central.bean(Registries.class)
                .create(new RegistryDraft("signed.example", "", ScannedBy.SENSOR, "", "", false, null));
        SigningKey key = SigningKey.make();
        String digest = push("inside/a");
        registry.sign("inside/a", digest, key, "");
        WorkloadSpec spec = deployment("signatures", "inside", "signed.example/inside/a:1", false);
        central.send(spec, pod(spec, "inside-1", Digest.parse(digest).orElseThrow()));
        add("key", key, "");
        look();
        assertThat(known(spec).open().get("key")).contains("sensors");
        central.bean(Scans.class).request(List.of(digest));
        SensorScans sensors = central.bean(SensorScans.class);
        SensorScans.Order order = sensors.orders(JudgingCentral.CLUSTER, 5).getFirst();

        sensors.signed(JudgingCentral.CLUSTER, "c1", order.job(), order.attempt(), new byte[0], "it is forbidden");
        assertThat(known(spec).open().get("key")).contains("sensor of c1", "it is forbidden");
        sensors.signed(JudgingCentral.CLUSTER, "c1", order.job(), order.attempt(), foundIn("inside/a", digest), "");
        assertThat(known(spec).verified()).containsExactly("key");
        assertThat(report(digest).source()).isEqualTo("sensor of c1");

        sensors.signed(JudgingCentral.CLUSTER, "c1", order.job(), order.attempt() + 1, new byte[0], "of another order");
        central.clock().advance(Duration.ofDays(2));
        look();
        assertThat(report(digest).lastError())
                .as("central leaves it to the sensor")
                .isEmpty();
        assertThat(known(spec).verified()).containsExactly("key");
    }

    private static byte[] foundIn(String repository, String digest) {
        try {
            return SignatureFinder.find(
                            new ImageSource.Registry(
                                    registry.host() + "/" + repository + "@" + digest,
                                    RegistryAccess.anonymous(registry.host()).allowingPlainHttp()),
                            host -> {})
                    .pack();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void policiesFollowWhatIsSigned() {
        SigningKey key = SigningKey.make();
        String digest = push("judged/a");
        registry.sign("judged/a", digest, SigningKey.make(), "");
        WorkloadSpec spec = runs("judged", "judged/a:1", digest);
        Policies policies = central.bean(Policies.class);
        policies.enable(policies.list().stream()
                .filter(stored -> stored.policy().name().equals(POLICY))
                .findFirst()
                .orElseThrow()
                .policy()
                .id());
        add("key", key, registry.host() + "/judged/*");
        judge();
        assertThat(violations(spec)).as("unknown is no violation, and no pass").isEmpty();

        look();
        judge();
        assertThat(violations(spec)).containsExactly("OPEN");

        registry.sign("judged/a", digest, key, "");
        central.bean(ImageSignatures.class).lookAgain(digest);
        look();
        judge();
        assertThat(violations(spec)).containsExactly("RESOLVED");

        verifiers().delete(named("key").id());
        add("another", SigningKey.make(), registry.host() + "/judged/*");
        central.bean(SignatureVerdicts.class).verifyPending();
        judge();
        assertThat(violations(spec)).containsExactly("OPEN");
    }

    private static void judge() {
        DueJudgement due = central.bean(DueJudgement.class);
        for (int i = 0; i < 1_000 && due.judgeSome(100) > 0; i++) {
            assertThat(i).isLessThan(999);
        }
    }

    private static List<String> violations(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select state from violations where workload_id = ? and policy_name = ?")
                .param(JudgingCentral.idOf(spec))
                .param(POLICY)
                .query(String.class)
                .list();
    }

    @Test
    void aLogThatIsTrustedTellsThatACertificateWasValid() {
        SigningKey authority = SigningKey.make();
        SigningKey robot = SigningKey.make();
        SigningKey log = SigningKey.make();
        Instant signedAt = central.clock().instant().minus(Duration.ofDays(30));
        String certificate = robot.issuedBy(
                authority, "CN=authority", "robot@example.com", signedAt.minusSeconds(60), Duration.ofMinutes(10));
        String digest = push("shop/keyless");
        registry.sign("shop/keyless", digest, robot, certificate, log, signedAt);
        WorkloadSpec spec = runs("keyless", "shop/keyless:1", digest);
        verifiers().create(certificates("alone", authority, "robot@example.com", ""));
        verifiers().create(certificates("logged", authority, "robot@example.com", log.pem()));
        verifiers()
                .create(certificates(
                        "other-log",
                        authority,
                        "robot@example.com",
                        SigningKey.make().pem()));
        look();

        assertThat(known(spec).verified()).containsExactly("logged");
        assertThat(report(digest).verifiers())
                .filteredOn(one -> one.verifier().equals("other-log"))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).contains("certificate ended", "no log that is trusted"));
        assertThat(named("logged").trusted()).extracting(Verifier.Trusted::what).contains("transparency log, EC 256");
    }

    @Test
    void refusesWhatCannotBeUsed() {
        SigningKey key = SigningKey.make();
        assertThatThrownBy(() -> verifiers().create(draft("a b", key, ""))).hasMessageContaining("name");
        assertThatThrownBy(() -> verifiers()
                        .create(new VerifierDraft("a", Kind.KEY, "nothing", List.of(), List.of(), "", List.of(), "")))
                .hasMessageContaining("pem");
        assertThatThrownBy(() -> verifiers()
                        .create(new VerifierDraft(
                                "a", Kind.CERTIFICATE, key.pem(), List.of(), List.of(), "", List.of(), "")))
                .hasMessageContaining("pem");
        assertThatThrownBy(() -> verifiers()
                        .create(new VerifierDraft(
                                "a", Kind.KEY, key.pem(), List.of("ann"), List.of(), "", List.of(), "")))
                .hasMessageContaining("subjects");
        assertThatThrownBy(() -> verifiers().create(draft("a", key, "has space")))
                .hasMessageContaining("images");
        add("a", key, "");
        assertThatThrownBy(() -> add("A", key, "")).isInstanceOf(Conflict.class);
    }

    private static Verifiers verifiers() {
        return central.bean(Verifiers.class);
    }

    private static VerifierDraft draft(String name, SigningKey key, String images) {
        return new VerifierDraft(
                name,
                Kind.KEY,
                key.pem(),
                List.of(),
                List.of(),
                "",
                images.isEmpty() ? List.of() : List.of(images),
                "");
    }

    private static VerifierDraft certificates(String name, SigningKey authority, String subject) {
        return certificates(name, authority, subject, "");
    }

    private static VerifierDraft certificates(String name, SigningKey authority, String subject, String logs) {
        return new VerifierDraft(
                name,
                Kind.CERTIFICATE,
                authority.authority("CN=authority", central.clock().instant().minus(Duration.ofDays(60))),
                List.of(subject),
                List.of("CN=authority"),
                logs,
                List.of(),
                "");
    }

    private static void add(String name, SigningKey key, String images) {
        verifiers().create(draft(name, key, images));
    }

    private static Verifier named(String name) {
        return verifiers().list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String push(String repository) {
        return registry.push(
                repository, "1", RealRegistry.debian(Map.of("bash", "5." + images++)), "2026-05-01T00:00:00Z");
    }

    private static WorkloadSpec runs(String name, String image, String digest) {
        WorkloadSpec spec = deployment("signatures", name, registry.host() + "/" + image, false);
        central.send(spec, pod(spec, name + "-1", Digest.parse(digest).orElseThrow()));
        return spec;
    }

    private static void look() {
        SignatureLooks looks = central.bean(SignatureLooks.class);
        looks.queueRunning();
        for (int i = 0; i < 100 && looks.lookAtOne(); i++) {
            assertThat(i).isLessThan(99);
        }
    }

    private static void settle() {
        central.jdbc().sql("delete from judgement_due").update();
    }

    private static boolean due(WorkloadSpec spec) {
        return central.jdbc()
                        .sql("select count(*) from judgement_due where workload_id = ?")
                        .param(JudgingCentral.idOf(spec))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static ImageSignatures.Report report(String digest) {
        return central.bean(ImageSignatures.class).get(digest, AccessScope.EVERYTHING);
    }

    private static Signatures known(WorkloadSpec spec) {
        return details(spec).verifiedBy().toOptional().orElseThrow();
    }

    private static ImageDetails details(WorkloadSpec spec) {
        return central.bean(KnownImages.class).ofWorkloads(List.of(JudgingCentral.idOf(spec))).values().stream()
                .flatMap(known -> known.values().stream())
                .findFirst()
                .orElse(ImageDetails.NOT_LOOKED_AT);
    }
}

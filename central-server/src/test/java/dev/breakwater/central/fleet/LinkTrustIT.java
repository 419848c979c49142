package dev.breakwater.central.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.fleet.internal.authority.ClientRequest;
import dev.breakwater.central.fleet.internal.authority.Keys;
import dev.breakwater.central.testing.CentralDatabase;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkTrustIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static RunningFleet central;

    @BeforeAll
    static void start() {
        central = RunningFleet.start(database);
    }

    @AfterAll
    static void stop() {
        central.close();
    }

    @Test
    void namesTheClusterAndItsIdInTheCertificate() throws Exception {
        NewCluster made = central.clusters().create("named", "");
        try (TestSensor sensor = new TestSensor(central.port(), central.authorityPem())) {
            var certificate = Keys.certificate(
                    sensor.enrol("named", made.enrolmentToken()).getCertificateChain());
            assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=named");
            assertThat(certificate.getSubjectAlternativeNames())
                    .contains(List.of(6, "urn:breakwater:cluster:" + made.id()));
            assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant()))
                    .isBetween(Duration.ofDays(89), Duration.ofDays(90));
        }
    }

    @Test
    void endsTheTokenWithTheFingerprintOfItsAuthority() {
        NewCluster made = central.clusters().create("pinned", "");
        assertThat(made.enrolmentToken())
                .matches("bwe_[A-Za-z0-9_-]{43}\\.[0-9a-f]{64}")
                .endsWith("." + central.bean(Authority.class).fingerprint());
        assertThat(List.of(made.helmCommand(), made.kubectlCommand(), made.sensorCommand(), made.manifestsCommand()))
                .allSatisfy(command -> assertThat(command)
                        .contains("breakwater-token.txt")
                        .contains(made.linkAddress())
                        .doesNotContain(made.enrolmentToken()));
        assertThat(made.secretCommand()).contains("breakwater-token.txt").doesNotContain(made.enrolmentToken());
        assertThat(made.argoCdApplication()).contains(made.linkAddress()).doesNotContain(made.enrolmentToken());
    }

    @Test
    void refusesAStreamWithoutACertificate() {
        try (TestSensor stranger = new TestSensor(central.port(), central.authorityPem())) {
            assertThat(stranger.connect().hello("instance").awaitEnd().getCode())
                    .isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(statusOf(stranger::renew)).isEqualTo(Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void refusesACertificateOfAnotherAuthority() {
        NewCluster made = central.clusters().create("other-authority", "");
        try (TestSensor stranger = new TestSensor(central.port(), central.authorityPem())) {
            stranger.useCertificate(certificateOf(Authority.create(Instant.now()), stranger, made.id()));
            assertThat(stranger.connect().hello("instance").awaitEnd().getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    @Test
    void refusesACertificateThatIsNotOnRecord() {
        NewCluster made = central.clusters().create("not-on-record", "");
        try (TestSensor stranger = new TestSensor(central.port(), central.authorityPem())) {
            stranger.useCertificate(certificateOf(central.bean(Authority.class), stranger, made.id()));
            assertThat(stranger.connect().hello("instance").awaitEnd().getCode())
                    .isEqualTo(Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void cutsARevokedClusterOffAtOnceAndForGood() {
        try (TestSensor sensor = central.enrolled("revoked")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            central.clusters().revoke(idOf("revoked"));

            assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
            assertThat(sensor.connect().hello("instance").awaitEnd().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
            assertThat(statusOf(sensor::renew)).isEqualTo(Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void cutsAClusterOffThatAnotherReplicaRevoked() {
        try (RunningFleet replica = RunningFleet.start(database);
                TestSensor sensor = central.enrolled("revoked-elsewhere")) {
            TestStream stream = sensor.connect();
            stream.open("instance");
            replica.clusters().revoke(idOf("revoked-elsewhere"));
            assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
        }
    }

    @Test
    void letsARevokedClusterInAgainWithANewToken() {
        try (TestSensor sensor = central.enrolled("forgiven")) {
            UUID id = idOf("forgiven");
            central.clusters().revoke(id);
            String old = sensor.renewableChain();
            sensor.enrol("forgiven", central.clusters().newToken(id).enrolmentToken());
            assertThat(sensor.connect().open("instance")).isEmpty();

            sensor.useCertificate(old);
            assertThat(sensor.connect().hello("instance").awaitEnd().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        }
    }

    @Test
    void takesATokenOnlyOnceEvenWhenManyComeTogether() {
        String token = central.clusters().create("once", "").enrolmentToken();
        List<CompletableFuture<Status.Code>> tries = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> tryEnrol("once", token)))
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join))
                .containsOnly(Status.Code.OK, Status.Code.UNAUTHENTICATED)
                .containsOnlyOnce(Status.Code.OK);
    }

    @Test
    void saysNothingOfWhyATokenIsRefusedButRecordsIt() {
        String used = central.clusters().create("used-token", "").enrolmentToken();
        tryEnrol("used-token", used);
        String expired = central.clusters().create("expired-token", "").enrolmentToken();
        database.jdbc()
                .sql("update enrolment_tokens set expires_at = created_at where cluster_id = :id")
                .param("id", idOf("expired-token"))
                .update();
        String others = central.clusters().create("others-token", "").enrolmentToken();
        String unknown = "bwe_" + "A".repeat(43) + "." + "0".repeat(64);

        Map<String, String> refused = Map.of(
                "used token", message("used-token", used),
                "expired token", message("expired-token", expired),
                "token of another cluster", message("used-token", others),
                "unknown token", message("used-token", unknown),
                "unknown token ", message("used-token", "not a token at all"));
        assertThat(refused.values()).allMatch(refused.get("used token")::equals);
        assertThat(database.jdbc()
                        .sql("select distinct after ->> 'reason' from audit_log where action = 'enrolment refused'")
                        .query(String.class)
                        .list())
                .contains("used token", "expired token", "token of another cluster", "unknown token");
        assertThat(tryEnrol("others-token", others)).isEqualTo(Status.Code.OK);
    }

    @Test
    void refusesARevokedToken() {
        NewCluster made = central.clusters().create("withdrawn", "");
        UUID token = database.jdbc()
                .sql("select id from enrolment_tokens where cluster_id = :id")
                .param("id", made.id())
                .query(UUID.class)
                .single();
        central.clusters().revokeToken(made.id(), token);
        assertThat(tryEnrol("withdrawn", made.enrolmentToken())).isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    @Test
    void keepsNoTokenInTheDatabase() {
        NewCluster made = central.clusters().create("hashed", "");
        String secret = made.enrolmentToken().substring(4, 47);
        String rows = database.jdbc()
                .sql(
                        "select coalesce(string_agg(t::text, ' '), '') || (select coalesce(string_agg(a::text, ' '), '') from audit_log a) from enrolment_tokens t")
                .query(String.class)
                .single();
        assertThat(rows).contains(made.id().toString()).doesNotContain(secret);
    }

    @Test
    void renewsACertificate() {
        try (TestSensor sensor = central.enrolled("renewing")) {
            sensor.useCertificate(sensor.renew());
            assertThat(sensor.connect().open("instance")).isEmpty();
        }
    }

    @Test
    void limitsTheAttemptsOfOnePeer() {
        try (RunningFleet strict = new RunningFleet(database, Map.of("breakwater.link.enrolments-per-peer", "2"));
                TestSensor guesser = new TestSensor(strict.port(), strict.authorityPem())) {
            assertThat(IntStream.range(0, 3).mapToObj(i -> statusOf(() -> guesser.enrol("guessed", "bwe_wrong"))))
                    .containsExactly(
                            Status.Code.UNAUTHENTICATED, Status.Code.UNAUTHENTICATED, Status.Code.RESOURCE_EXHAUSTED);
        }
    }

    private static String certificateOf(Authority authority, TestSensor sensor, UUID clusterId) {
        ClientRequest request = ClientRequest.parse(TestSensor.request(sensor.keys()));
        return Keys.pem(
                authority.issueClient(request, clusterId, "stranger", Instant.now(), Duration.ofDays(1)),
                authority.certificate());
    }

    private static Status.Code tryEnrol(String cluster, String token) {
        try (TestSensor sensor = new TestSensor(central.port(), central.authorityPem())) {
            return statusOf(() -> sensor.enrol(cluster, token));
        }
    }

    private static String message(String cluster, String token) {
        try (TestSensor sensor = new TestSensor(central.port(), central.authorityPem())) {
            return String.valueOf(
                    catchThrowable(() -> sensor.enrol(cluster, token)).getMessage());
        }
    }

    private static Status.Code statusOf(Runnable call) {
        Throwable failure = catchThrowable(call::run);
        return failure == null ? Status.Code.OK : Status.fromThrowable(failure).getCode();
    }

    private static UUID idOf(String cluster) {
        return database.jdbc()
                .sql("select id from clusters where name = :name")
                .param("name", cluster)
                .query(UUID.class)
                .single();
    }
}

package dev.breakwater.sensor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitiesIT {

    @TempDir
    private Path folder;

    @Test
    void enrolsOnceAndKeepsTheKeyToItself() throws Exception {
        try (TestCentral central = new TestCentral()) {
            SensorIdentity first = identities(central, central.token()).obtain();
            SensorIdentity again = identities(central, null).obtain();

            assertThat(again.certificate()).isEqualTo(first.certificate());
            assertThat(first.authority()).isEqualTo(central.authority.certificate());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(folder)) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void trustsNoServerOfAnotherAuthority() throws Exception {
        try (TestCentral central = new TestCentral()) {
            EnrolmentToken other = new EnrolmentToken(TestCentral.TOKEN, new TestAuthority().fingerprint());

            assertThatThrownBy(() -> identities(central, other).obtain())
                    .isInstanceOf(LinkRefused.class)
                    .hasMessageContaining("fingerprint");
            assertThat(folder.resolve("certificate.pem")).doesNotExist();
        }
    }

    @Test
    void trustsNoServerOfAnotherName() throws Exception {
        try (TestCentral central = new TestCentral(new TestAuthority(), "other.example.org")) {
            assertThatThrownBy(() -> identities(central, central.token()).obtain())
                    .isInstanceOf(LinkRefused.class)
                    .hasMessageContaining("localhost");
        }
    }

    @Test
    void tellsWhyItWasRefused() throws Exception {
        try (TestCentral central = new TestCentral()) {
            EnrolmentToken used = new EnrolmentToken("bwe_another-token", central.authority.fingerprint());

            assertThatThrownBy(() -> identities(central, used).obtain())
                    .isInstanceOf(LinkRefused.class)
                    .hasMessageContaining("used up")
                    .hasMessageNotContaining("another-token");
            assertThatThrownBy(() -> identities(central, null).obtain())
                    .isInstanceOf(LinkRefused.class)
                    .hasMessageContaining("no token");
        }
    }

    @Test
    void renewsAtTwoThirdsWithANewKeyAndSurvivesACrashBetweenItsFiles() throws Exception {
        try (TestCentral central = new TestCentral()) {
            central.certificateAge = Duration.ofHours(20);
            SensorIdentity first = identities(central, central.token()).obtain();
            assertThat(first.renewAt()).isBefore(Instant.now());

            byte[] oldKey = Files.readAllBytes(folder.resolve("key.pem"));
            SensorIdentity next = identities(central, null).renew(first);
            assertThat(next.renewAt()).isAfter(Instant.now());
            assertThat(next.certificate().getPublicKey())
                    .isNotEqualTo(first.certificate().getPublicKey());

            Files.move(folder.resolve("key.pem"), folder.resolve("key.next.pem"));
            Files.write(folder.resolve("key.pem"), oldKey);
            assertThat(identities(central, null).obtain().certificate()).isEqualTo(next.certificate());
        }
    }

    @Test
    void saysWhenTheCertificateHasEnded() throws Exception {
        try (TestCentral central = new TestCentral()) {
            central.certificateAge = Duration.ofDays(2);
            EnrolmentToken token = central.token();
            identities(central, token).obtain();

            assertThatThrownBy(() -> identities(central, token).obtain())
                    .isInstanceOf(LinkRefused.class)
                    .hasMessageContaining("new token");
        }
    }

    @Test
    void keepsClustersApart() throws Exception {
        try (TestCentral central = new TestCentral()) {
            identities(central, central.token()).obtain();
            LinkSettings other = new LinkSettings(central.address(), "c2", null, "test");

            assertThatThrownBy(() -> new Identities(other, StateFolder.open(folder), InstantSource.system()).obtain())
                    .isInstanceOf(LinkRefused.class)
                    .hasMessageContaining("belongs to cluster c1");
        }
    }

    private Identities identities(TestCentral central, @Nullable EnrolmentToken token) throws Exception {
        LinkSettings settings = new LinkSettings(central.address(), "c1", token, "test");
        return new Identities(settings, StateFolder.open(folder), InstantSource.system());
    }
}

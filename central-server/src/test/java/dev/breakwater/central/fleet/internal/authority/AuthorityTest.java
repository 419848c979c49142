package dev.breakwater.central.fleet.internal.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.fleet.internal.LinkAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private final Authority authority = Authority.create(NOW);

    @Test
    void signsForSensorsWhatItsOwnCertificateProves() throws Exception {
        UUID id = UUID.randomUUID();
        X509Certificate certificate =
                authority.issueClient(ClientRequest.parse(request("EC", 256)), id, "shop", NOW, Duration.ofDays(90));
        certificate.verify(authority.certificate().getPublicKey());
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(List.of(6, "urn:breakwater:cluster:" + id));
        assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(159);
    }

    @Test
    void namesThePublicAddressAndTheMachineItselfOnTheLink() throws Exception {
        X509Certificate byName = server("central.example.com:9443");
        assertThat(byName.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "central.example.com"), List.of(2, "localhost"), List.of(7, "127.0.0.1"));
        assertThat(server("[2001:db8::1]:9443").getSubjectAlternativeNames())
                .contains(List.of(7, "2001:db8:0:0:0:0:0:1"));
        assertThat(server("localhost:9443").getSubjectAlternativeNames()).hasSize(2);
    }

    @Test
    void signsNothingThatOutlivesIt() {
        Instant late = NOW.plus(Authority.LIFE).minus(Duration.ofDays(1));
        X509Certificate certificate = authority.issueServer(
                Keys.generate().getPublic(), LinkAddress.parse("localhost:1"), late, Duration.ofDays(90));
        assertThat(certificate.getNotAfter()).isEqualTo(authority.certificate().getNotAfter());
    }

    @Test
    void refusesRequestsThatAreWeakForgedOrNone() throws Exception {
        assertThat(ClientRequest.parse(request("RSA", 2048)).key().getAlgorithm())
                .isEqualTo("RSA");
        byte[] weak = request("RSA", 1024);
        assertThatThrownBy(() -> ClientRequest.parse(weak)).hasMessageContaining("allowed: EC of 256 bits");
        byte[] forged = request("EC", 256);
        forged[forged.length - 1] ^= 1;
        assertThatThrownBy(() -> ClientRequest.parse(forged)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientRequest.parse(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientRequest.parse(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientRequest.parse(new byte[100_000])).hasMessageContaining("allowed: 1 to");
    }

    private X509Certificate server(String address) {
        return authority.issueServer(Keys.generate().getPublic(), LinkAddress.parse(address), NOW, Duration.ofDays(90));
    }

    private static byte[] request(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        KeyPair keys = generator.generateKeyPair();
        String signature = algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        return new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=anything"), keys.getPublic())
                .build(new JcaContentSignerBuilder(signature).build(keys.getPrivate()))
                .getEncoded();
    }
}

package dev.breakwater.sensor.link;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A certificate authority for tests. */
final class TestAuthority {

    private final KeyPair keys = newKeys();
    private final X500Principal name = new X500Principal("CN=Test authority " + System.nanoTime());
    private final X509Certificate certificate;

    TestAuthority() throws Exception {
        certificate = issue(name, keys.getPublic(), true, "", Instant.now().minusSeconds(60), Duration.ofDays(10));
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    String fingerprint() throws Exception {
        return SensorIdentity.fingerprint(certificate);
    }

    X509Certificate server(PublicKey key, String host) throws Exception {
        return issue(
                new X500Principal("CN=central"), key, false, host, Instant.now().minusSeconds(60), Duration.ofDays(5));
    }

    X509Certificate client(byte[] request, Instant from, Duration life) throws Exception {
        PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
        return issue(new X500Principal("CN=sensor"), key, false, "", from, life);
    }

    String chain(X509Certificate leaf) throws Exception {
        return pem(leaf) + pem(certificate);
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private X509Certificate issue(
            X500Principal subject, PublicKey key, boolean authority, String host, Instant from, Duration life)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(64, ThreadLocalRandom.current()).add(BigInteger.ONE),
                Date.from(from),
                Date.from(from.plus(life)),
                subject,
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!host.isEmpty()) {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}

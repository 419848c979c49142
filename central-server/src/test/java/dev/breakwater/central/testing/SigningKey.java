package dev.breakwater.central.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key pair that signs images as cosign does. */
public final class SigningKey {

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    public static SigningKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key, as {@code cosign.pub}. */
    public String pem() {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    /** A payload that names the digest of an image. */
    public static byte[] payload(String repository, String digest) {
        return ("{\"critical\":{\"identity\":{\"docker-reference\":\"" + repository
                        + "\"},\"image\":{\"docker-manifest-digest\":\"" + digest
                        + "\"},\"type\":\"cosign container image signature\"},\"optional\":null}")
                .getBytes(StandardCharsets.UTF_8);
    }

    public String sign(byte[] payload) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate());
            signer.update(payload);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this key as that of a transparency log says of a signature, as cosign keeps it. */
    String record(String digest, String signature, String certificate, Instant at) {
        String pem = Base64.getEncoder().encodeToString(certificate.getBytes(StandardCharsets.US_ASCII));
        String entry =
                "{\"apiVersion\":\"0.0.1\",\"kind\":\"hashedrekord\",\"spec\":{\"data\":{\"hash\":{\"algorithm\":"
                        + "\"sha256\",\"value\":\"" + digest.substring("sha256:".length())
                        + "\"}},\"signature\":{\"content\":\""
                        + signature + "\",\"publicKey\":{\"content\":\"" + pem + "\"}}}}";
        String payload = "{\"body\":\"" + Base64.getEncoder().encodeToString(entry.getBytes(StandardCharsets.UTF_8))
                + "\",\"integratedTime\":" + at.getEpochSecond() + ",\"logID\":\"" + "0a".repeat(32)
                + "\",\"logIndex\":7}";
        return "{\"SignedEntryTimestamp\":\"" + sign(payload.getBytes(StandardCharsets.UTF_8)) + "\",\"Payload\":"
                + payload + "}";
    }

    /** The certificate of this key as an authority. */
    public String authority(String name, Instant from) {
        return certificate(this, name, name, "", from, Duration.ofDays(365));
    }

    /** A certificate of this key, issued by an authority, PEM. */
    public String issuedBy(SigningKey authority, String name, String mail, Instant from, Duration valid) {
        return certificate(authority, name, "CN=signer", mail, from, valid);
    }

    private String certificate(
            SigningKey by, String issuer, String subject, String mail, Instant from, Duration valid) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(mail.isEmpty() ? 1 : 2),
                    Date.from(from),
                    Date.from(from.plus(valid)),
                    new X500Name(subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(mail.isEmpty()));
            if (!mail.isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.rfc822Name, mail)));
            }
            return pem(
                    "CERTIFICATE",
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.pair.getPrivate()))
                            .getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }
}

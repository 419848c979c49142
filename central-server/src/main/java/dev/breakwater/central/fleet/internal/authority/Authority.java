package dev.breakwater.central.fleet.internal.authority;

import dev.breakwater.central.fleet.internal.LinkAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Central's own certificate authority (EC P-256, ECDSA with SHA-256). It signs the certificate of the link's port and those
 * of the sensors; nobody else's certificate is worth anything there.
 *
 * @param certificate its own certificate
 * @param key its private key, in memory only
 */
public record Authority(X509Certificate certificate, PrivateKey key) {

    /** How long the authority itself is valid. */
    public static final Duration LIFE = Duration.ofDays(3653);

    /** How the URI in a client certificate starts; the id of the cluster follows. */
    public static final String CLUSTER_URI = "urn:breakwater:cluster:";

    /** A new authority. */
    public static Authority create(Instant now) {
        KeyPair pair = Keys.generate();
        X500Principal name = new X500Principal("CN=Breakwater Central Authority, O=Breakwater");
        X509Certificate certificate = new CertificateDraft(
                        name, pair.getPublic(), name, pair.getPublic(), now, now.plus(LIFE))
                .with(Extension.basicConstraints, true, new BasicConstraints(0))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .signedBy(pair.getPrivate());
        return new Authority(certificate, pair.getPrivate());
    }

    /** SHA-256 over the certificate, hexadecimal; a sensor knows central by it before it has any certificate. */
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    /** A certificate for the sensor of a cluster. */
    public X509Certificate issueClient(
            ClientRequest request, UUID clusterId, String cluster, Instant now, Duration life) {
        GeneralName id = new GeneralName(GeneralName.uniformResourceIdentifier, CLUSTER_URI + clusterId);
        return leaf(new X500Principal("CN=" + cluster + ", O=Breakwater Sensor"), request.key(), now, life)
                .with(Extension.subjectAlternativeName, false, new GeneralNames(id))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                .signedBy(key);
    }

    /** A certificate for the link's port: under its public address, and for those on the same machine. */
    public X509Certificate issueServer(PublicKey server, LinkAddress address, Instant now, Duration life) {
        Set<GeneralName> names = new LinkedHashSet<>();
        names.add(new GeneralName(address.isIp() ? GeneralName.iPAddress : GeneralName.dNSName, address.host()));
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        return leaf(new X500Principal("CN=Breakwater Central, O=Breakwater"), server, now, life)
                .with(Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .signedBy(key);
    }

    private CertificateDraft leaf(X500Principal subject, PublicKey subjectKey, Instant now, Duration life) {
        Instant wanted = now.plus(life);
        Instant last = certificate.getNotAfter().toInstant();
        return new CertificateDraft(
                        certificate.getSubjectX500Principal(),
                        certificate.getPublicKey(),
                        subject,
                        subjectKey,
                        now,
                        wanted.isAfter(last) ? last : wanted)
                .with(Extension.basicConstraints, true, new BasicConstraints(false))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    }

    @Override
    public String toString() {
        return "Authority[" + certificate.getSubjectX500Principal() + "]";
    }
}

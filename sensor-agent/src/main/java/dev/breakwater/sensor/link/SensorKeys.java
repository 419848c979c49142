package dev.breakwater.sensor.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes the sensor's key pair and asks for certificates with it. */
final class SensorKeys {

    private SensorKeys() {}

    /** A new key on the curve P-256. */
    static KeyPair generate() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A certificate request (PKCS#10, DER); central decides what the certificate says. */
    static byte[] request(KeyPair keys, String cluster) throws GeneralSecurityException, IOException {
        try {
            return new JcaPKCS10CertificationRequestBuilder(subject(cluster), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate request could not be signed", e);
        }
    }

    private static X500Principal subject(String cluster) {
        String plain = cluster.replaceAll("[^A-Za-z0-9 ._-]", "_");
        return new X500Principal("CN=" + (plain.isBlank() ? "sensor" : plain.strip()));
    }
}

package dev.breakwater.sensor.link;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;

/** Tells whether a private key belongs to a certificate, by signing and verifying. */
final class KeyMatch {

    private static final byte[] PROBE = "breakwater".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private KeyMatch() {}

    static boolean belongs(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(PROBE);
        return signature.verify(signed);
    }
}

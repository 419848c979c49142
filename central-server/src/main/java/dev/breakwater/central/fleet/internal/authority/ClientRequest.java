package dev.breakwater.central.fleet.internal.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * A certificate request that has proved the possession of its key. Only the key is taken from it: the names in the
 * certificate are central's to choose.
 */
public record ClientRequest(PublicKey key) {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;
    private static final int MIN_EC_BITS = 256;

    /**
     * Reads a PKCS#10 request, DER.
     *
     * @throws IllegalArgumentException that says what is wrong with it, in words that may be shown
     */
    public static ClientRequest parse(byte[] der) {
        if (der.length == 0 || der.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the certificate request has " + der.length + " bytes; allowed: 1 to " + MAX_BYTES);
        }
        try {
            JcaPKCS10CertificationRequest request = new JcaPKCS10CertificationRequest(der);
            PublicKey key = request.getPublicKey();
            requireStrong(key);
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw new IllegalArgumentException("the certificate request is not signed by its own key");
            }
            return new ClientRequest(key);
        } catch (IOException
                | GeneralSecurityException
                | OperatorCreationException
                | PKCSException
                | IllegalStateException e) {
            throw new IllegalArgumentException("the certificate request is not readable as PKCS#10", e);
        }
    }

    private static void requireStrong(PublicKey key) {
        boolean strong = switch (key) {
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() >= MIN_EC_BITS;
            case RSAPublicKey rsa -> inRange(rsa.getModulus());
            default -> false;
        };
        if (!strong) {
            throw new IllegalArgumentException("the key of the certificate request is " + key.getAlgorithm()
                    + "; allowed: EC of 256 bits or more, RSA of " + MIN_RSA_BITS + " to " + MAX_RSA_BITS + " bits");
        }
    }

    private static boolean inRange(BigInteger modulus) {
        return modulus.bitLength() >= MIN_RSA_BITS && modulus.bitLength() <= MAX_RSA_BITS;
    }
}

package dev.breakwater.sensor.link;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a sensor proves itself with.
 *
 * @param chain its certificate first, central's authority last
 */
record SensorIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final String KEY = "key.pem";
    private static final String NEXT_KEY = "key.next.pem";
    private static final String CERTIFICATE = "certificate.pem";

    /**
     * The identity of a state folder, empty if it has none yet.
     *
     * @throws GeneralSecurityException if a file is there and not readable, or key and certificate do not belong together
     */
    static Optional<SensorIdentity> load(StateFolder state) throws IOException, GeneralSecurityException {
        Optional<byte[]> certificate = state.read(CERTIFICATE);
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        List<X509Certificate> chain = Pem.readChain(certificate.get());
        // A renewal that was cut off between its two files leaves the certificate's key under the other name.
        for (String name : List.of(KEY, NEXT_KEY)) {
            Optional<byte[]> pem = state.read(name);
            if (pem.isPresent()) {
                PrivateKey key = Pem.readKey(pem.get());
                if (KeyMatch.belongs(key, chain.getFirst())) {
                    return Optional.of(new SensorIdentity(key, chain));
                }
            }
        }
        throw new GeneralSecurityException("certificate.pem in " + state + " has no key that belongs to it");
    }

    /** Keeps a new identity. The key is written first under another name, so that a crash loses neither. */
    static SensorIdentity store(StateFolder state, PrivateKey key, String chainPem)
            throws IOException, GeneralSecurityException {
        byte[] pem = chainPem.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        List<X509Certificate> chain = Pem.readChain(pem);
        if (chain.size() < 2 || !KeyMatch.belongs(key, chain.getFirst())) {
            throw new GeneralSecurityException("central answered with " + chain.size()
                    + " certificates; expected are this sensor's and the authority's");
        }
        state.write(NEXT_KEY, Pem.write(key));
        state.write(CERTIFICATE, pem);
        state.write(KEY, Pem.write(key));
        state.delete(NEXT_KEY);
        return new SensorIdentity(key, chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Central's authority. */
    X509Certificate authority() {
        return chain.getLast();
    }

    /** When to ask for the next certificate: at two thirds of this one's life. */
    Instant renewAt() {
        Instant from = certificate().getNotBefore().toInstant();
        Instant until = certificate().getNotAfter().toInstant();
        return from.plus(Duration.between(from, until).dividedBy(3).multipliedBy(2));
    }

    boolean isExpired(Instant now) {
        return now.isAfter(certificate().getNotAfter().toInstant());
    }

    /** SHA-256 over the DER form of a certificate, hexadecimal. */
    static String fingerprint(X509Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "SensorIdentity[" + certificate().getSubjectX500Principal() + "]";
    }
}

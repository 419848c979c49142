package dev.breakwater.scanner.signature;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose signatures count.
 *
 * @param keys public keys by the name that they are told under
 * @param authorities certificates whose holders may sign by certificates of their own
 * @param identities names (mail addresses, URIs, host names, subjects) that such a certificate must have one of; empty = any
 * @param issuers who must have vouched for them: the identity provider that the certificate names, or the issuer of the
 *     certificate; empty = any
 * @param logs transparency logs that are believed when they say that something was signed while a certificate was valid
 */
public record TrustRoots(
        List<NamedKey> keys,
        List<X509Certificate> authorities,
        List<Glob> identities,
        List<Glob> issuers,
        List<NamedKey> logs) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\\s]{1,100000})-----END \\1-----");

    /** A public key. @param name for people, such as the file it came from */
    public record NamedKey(String name, PublicKey key) {}

    public TrustRoots {
        keys = List.copyOf(keys);
        authorities = List.copyOf(authorities);
        identities = List.copyOf(identities);
        issuers = List.copyOf(issuers);
        logs = List.copyOf(logs);
    }

    /** Nobody is trusted. */
    public static TrustRoots none() {
        return new TrustRoots(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether nobody is trusted. */
    public boolean isEmpty() {
        return keys.isEmpty() && authorities.isEmpty();
    }

    /**
     * The same with what a PEM file holds: public keys and certificates.
     *
     * @param name for people
     * @throws IllegalArgumentException if there is neither in it, or something that cannot be read
     */
    public TrustRoots with(String name, String pem) {
        List<NamedKey> moreKeys = new ArrayList<>(keys);
        List<X509Certificate> moreAuthorities = new ArrayList<>(authorities);
        Matcher block = BLOCK.matcher(pem);
        int found = 0;
        while (block.find()) {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            try {
                switch (block.group(1)) {
                    case "PUBLIC KEY" -> moreKeys.add(new NamedKey(name, key(der)));
                    case "CERTIFICATE" ->
                        moreAuthorities.add((X509Certificate) CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(der)));
                    default ->
                        throw new IllegalArgumentException(name + " holds a "
                                + block.group(1).toLowerCase(java.util.Locale.ROOT)
                                + "; allowed are public keys and certificates");
                }
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(name + " holds a key or certificate that cannot be read", e);
            }
            found++;
        }
        if (found == 0) {
            throw new IllegalArgumentException(name + " holds neither a public key nor a certificate (PEM)");
        }
        return new TrustRoots(moreKeys, moreAuthorities, identities, issuers, logs);
    }

    /** The same, for certificates of these names only; {@code *} in them stands for any text. */
    public TrustRoots only(List<String> names) {
        return new TrustRoots(keys, authorities, names.stream().map(Glob::new).toList(), issuers, logs);
    }

    /** The same, for certificates only that these vouched for; {@code *} stands for any text. */
    public TrustRoots vouchedForBy(List<String> names) {
        return new TrustRoots(
                keys, authorities, identities, names.stream().map(Glob::new).toList(), logs);
    }

    /**
     * The same with the public keys of more transparency logs, which a PEM file holds.
     *
     * @param name for people
     * @throws IllegalArgumentException if there is none in it, or something else
     */
    public TrustRoots recordedBy(String name, String pem) {
        TrustRoots found = none().with(name, pem);
        if (!found.authorities.isEmpty()) {
            throw new IllegalArgumentException(name + " holds a certificate; allowed are public keys of logs");
        }
        List<NamedKey> all = new ArrayList<>(logs);
        all.addAll(found.keys);
        return new TrustRoots(keys, authorities, identities, issuers, all);
    }

    private static PublicKey key(byte[] der) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no algorithm");
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw last;
    }

    /** The certificates of a PEM text; what is none is left out. */
    static List<X509Certificate> certificates(String pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        if (pem.length() > 200_000) {
            return certificates;
        }
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .forEach(each -> certificates.add((X509Certificate) each));
        } catch (GeneralSecurityException e) {
            return List.of();
        }
        return certificates;
    }
}

package dev.breakwater.scanner.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One signature: bytes that name the digest of an image (cosign's "simple signing" payload), and a signature over them.
 *
 * @param certificate the signer's, PEM, empty = signed by a bare key
 * @param chain certificates between it and its authority, PEM
 */
record SignedPayload(byte[] payload, byte[] signature, String certificate, String chain) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "cosign container image signature";

    /** Whether it speaks of this digest. */
    boolean isOf(String digest) {
        try {
            JsonNode critical = JSON.readTree(payload).path("critical");
            return critical.path("type").asString("").equals(TYPE)
                    && critical.path("image")
                            .path("docker-manifest-digest")
                            .asString("")
                            .equals(digest);
        } catch (JacksonException e) {
            return false;
        }
    }

    /** The trusted signer, if it is one's signature. */
    Optional<String> signer(TrustRoots roots, Instant now) {
        if (!certificate.isEmpty()) {
            return certified(roots, now);
        }
        return roots.keys().stream()
                .filter(each -> verifies(each.key()))
                .map(TrustRoots.NamedKey::name)
                .findFirst();
    }

    private Optional<String> certified(TrustRoots roots, Instant now) {
        List<X509Certificate> own = TrustRoots.certificates(certificate);
        if (own.isEmpty()
                || roots.authorities().isEmpty()
                || !verifies(own.getFirst().getPublicKey())) {
            return Optional.empty();
        }
        List<String> names = names(own.getFirst());
        boolean named = roots.identities().isEmpty() || names.stream().anyMatch(roots.identities()::contains);
        return named && isIssued(own.getFirst(), roots, now)
                ? Optional.of(
                        names.isEmpty()
                                ? own.getFirst().getSubjectX500Principal().getName()
                                : names.getFirst())
                : Optional.empty();
    }

    private boolean isIssued(X509Certificate leaf, TrustRoots roots, Instant now) {
        try {
            if (roots.authorities().contains(leaf)) {
                leaf.checkValidity(Date.from(now));
                return maySign(leaf);
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(leaf);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    roots.authorities().stream()
                            .map(each -> new TrustAnchor(each, null))
                            .collect(Collectors.toSet()),
                    target);
            List<X509Certificate> between = new ArrayList<>(TrustRoots.certificates(chain));
            between.add(leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            parameters.setMaxPathLength(5);
            CertPath path =
                    CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
            return !path.getCertificates().isEmpty() && maySign(leaf);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** For signing code, where the certificate says what it is for; never an authority's own. */
    private static boolean maySign(X509Certificate leaf) throws GeneralSecurityException {
        List<String> uses = leaf.getExtendedKeyUsage();
        return leaf.getBasicConstraints() < 0 && (uses == null || uses.contains("1.3.6.1.5.5.7.3.3"));
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(each -> each.size() > 1 && each.get(1) instanceof String)
                            .map(each -> (String) each.get(1))
                            .toList();
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private boolean verifies(PublicKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(payload);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

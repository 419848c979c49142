package dev.breakwater.scanner.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/** The certificate of who signed, and whether it counts. */
record SignerCertificate(X509Certificate leaf, List<X509Certificate> between) {

    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    /** Who vouched for the identity, as Fulcio writes it: a DER string, and in older certificates the bare text. */
    private static final String IDENTITY_PROVIDER = "1.3.6.1.4.1.57264.1.8";

    private static final String IDENTITY_PROVIDER_OF_OLD = "1.3.6.1.4.1.57264.1.1";
    private static final int LONGEST_PATH = 5;

    /** For people: its first name, else its subject. */
    String shown() {
        List<String> names = names();
        return names.isEmpty() ? leaf.getSubjectX500Principal().getName() : names.getFirst();
    }

    /** Why it does not count; empty if it does. */
    String objection(TrustRoots roots, Instant now) {
        if (!isNamed(names(), leaf.getSubjectX500Principal().getName(), roots.identities())) {
            return "is by " + shown() + ", who is not among the subjects that are trusted";
        }
        if (!isNamed(providers(), leaf.getIssuerX500Principal().getName(), roots.issuers())) {
            return "is by " + shown() + ", but was vouched for by "
                    + (providers().isEmpty()
                            ? leaf.getIssuerX500Principal().getName()
                            : providers().getFirst())
                    + ", who is not among the issuers that are trusted";
        }
        Instant ends = leaf.getNotAfter().toInstant();
        if (ends.isBefore(now)) {
            return "is by " + shown() + ", whose certificate ended at " + ends
                    + (roots.logs().isEmpty() ? "" : ", and no log that is trusted says that it signed before");
        }
        if (leaf.getNotBefore().toInstant().isAfter(now)) {
            return "is by " + shown() + ", whose certificate is not valid before "
                    + leaf.getNotBefore().toInstant();
        }
        try {
            if (!maySign()) {
                return "is by " + shown() + ", whose certificate is not for signing";
            }
        } catch (GeneralSecurityException e) {
            return "has a certificate that cannot be read";
        }
        return isIssued(roots, now)
                ? ""
                : "is by " + shown() + ", whose certificate is of no authority that is trusted";
    }

    private static boolean isNamed(List<String> names, String otherwise, List<Glob> wanted) {
        return wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(glob ->
                                glob.matches(otherwise) || names.stream().anyMatch(glob::matches));
    }

    private boolean isIssued(TrustRoots roots, Instant now) {
        if (roots.authorities().contains(leaf)) {
            return true;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(leaf);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                    roots.authorities().stream()
                            .map(each -> new TrustAnchor(each, null))
                            .collect(Collectors.toSet()),
                    target);
            List<X509Certificate> given = new ArrayList<>(between);
            given.add(leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(given)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            parameters.setMaxPathLength(LONGEST_PATH);
            return !CertPathBuilder.getInstance("PKIX")
                    .build(parameters)
                    .getCertPath()
                    .getCertificates()
                    .isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** For signing code, where the certificate says what it is for; never an authority's own. */
    private boolean maySign() throws GeneralSecurityException {
        List<String> uses = leaf.getExtendedKeyUsage();
        return leaf.getBasicConstraints() < 0 && (uses == null || uses.contains(CODE_SIGNING));
    }

    private List<String> names() {
        try {
            Collection<List<?>> names = leaf.getSubjectAlternativeNames();
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

    private List<String> providers() {
        List<String> providers = new ArrayList<>();
        byte[] der = unwrapped(leaf.getExtensionValue(IDENTITY_PROVIDER));
        if (der.length > 0) {
            providers.add(new String(unwrapped(der), StandardCharsets.UTF_8));
        }
        byte[] old = unwrapped(leaf.getExtensionValue(IDENTITY_PROVIDER_OF_OLD));
        if (old.length > 0) {
            providers.add(new String(old, StandardCharsets.UTF_8));
        }
        return providers;
    }

    /** What is in a DER string of up to 64 KiB; nothing if it is none. */
    private static byte[] unwrapped(byte[] der) {
        if (der == null || der.length < 2) {
            return new byte[0];
        }
        int first = der[1] & 0xff;
        int more = first < 0x80 ? 0 : first & 0x7f;
        if (more > 2 || der.length < 2 + more) {
            return new byte[0];
        }
        int length = more == 0 ? first : 0;
        for (int i = 0; i < more; i++) {
            length = length << 8 | der[2 + i] & 0xff;
        }
        return length == der.length - 2 - more ? Arrays.copyOfRange(der, 2 + more, der.length) : new byte[0];
    }
}

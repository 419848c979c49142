package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.Verifier.Trusted;
import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.scanner.signature.Glob;
import dev.breakwater.scanner.signature.TrustRoots;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what is wrong with a signature verifier, before anything is kept or called. */
final class VerifierCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,99}");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9._:/\\[\\]*-]{1,255}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{1,255}");
    private static final int MOST_PATTERNS = 50;
    private static final int MOST_TRUSTED = 20;
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_PEM = 64 * 1024;
    private static final int LONGEST_NOTE = 500;

    private VerifierCheck() {}

    /** Who is trusted; throws if the draft cannot be used. */
    static TrustRoots check(VerifierDraft draft) {
        if (!NAME.matcher(draft.name()).matches()) {
            throw new InvalidRequest(
                    "name", draft.name(), "up to 100 letters, digits and . _ : / @ -, the first a letter or digit");
        }
        patterns("subjects", draft.subjects(), LINE, "up to 255 characters in one line, * for any text");
        patterns("issuers", draft.issuers(), LINE, "up to 255 characters in one line, * for any text");
        patterns(
                "images",
                draft.images(),
                IMAGE,
                "a repository with its registry, * for any text, without tag: registry.example.com/shop/*");
        if (draft.kind() == Kind.KEY && !draft.logsPem().isEmpty()) {
            throw new InvalidRequest(
                    "logsPem", "of " + draft.logsPem().length() + " characters", "nothing: a key does not end");
        }
        if (draft.kind() == Kind.KEY
                && !(draft.subjects().isEmpty() && draft.issuers().isEmpty())) {
            throw new InvalidRequest(
                    draft.subjects().isEmpty() ? "issuers" : "subjects",
                    draft.subjects().isEmpty()
                            ? draft.issuers().getFirst()
                            : draft.subjects().getFirst(),
                    "nothing: a key names nobody");
        }
        if (draft.note().length() > LONGEST_NOTE || draft.note().indexOf('\0') >= 0) {
            throw new InvalidRequest("note", draft.note(), "up to " + LONGEST_NOTE + " characters");
        }
        return roots(draft);
    }

    private static void patterns(String field, List<String> values, Pattern form, String allowed) {
        if (values.size() > MOST_PATTERNS) {
            throw new InvalidRequest(field, values.size() + " entries", "up to " + MOST_PATTERNS);
        }
        values.forEach(value -> {
            if (!form.matcher(value).matches()) {
                throw new InvalidRequest(field, value, allowed);
            }
        });
    }

    private static TrustRoots roots(VerifierDraft draft) {
        String allowed = draft.kind() == Kind.KEY
                ? "1 to " + MOST_TRUSTED + " public keys in PEM (EC, RSA or Ed25519), such as cosign.pub"
                : "1 to " + MOST_TRUSTED + " certificates of authorities in PEM";
        TrustRoots roots;
        if (draft.pem().length() > LONGEST_PEM) {
            throw new InvalidRequest("pem", "of " + draft.pem().length() + " characters", allowed);
        }
        try {
            roots = TrustRoots.none().with(draft.name(), draft.pem());
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("pem", "of " + draft.pem().length() + " characters", allowed);
        }
        int wanted = draft.kind() == Kind.KEY
                ? roots.keys().size()
                : roots.authorities().size();
        int others = draft.kind() == Kind.KEY
                ? roots.authorities().size()
                : roots.keys().size();
        if (wanted == 0 || wanted > MOST_TRUSTED || others > 0) {
            throw new InvalidRequest(
                    "pem",
                    roots.keys().size() + " keys and " + roots.authorities().size() + " certificates",
                    allowed);
        }
        roots.keys().forEach(key -> {
            if (key.key() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
                throw new InvalidRequest(
                        "pem",
                        "an RSA key of " + rsa.getModulus().bitLength() + " bits",
                        "RSA keys of " + SHORTEST_RSA + " bits or more");
            }
        });
        return withLogs(roots.only(draft.subjects()).vouchedForBy(draft.issuers()), draft);
    }

    private static TrustRoots withLogs(TrustRoots roots, VerifierDraft draft) {
        if (draft.logsPem().isEmpty()) {
            return roots;
        }
        try {
            TrustRoots with =
                    draft.logsPem().length() > LONGEST_PEM ? roots : roots.recordedBy(draft.name(), draft.logsPem());
            if (!with.logs().isEmpty() && with.logs().size() <= MOST_TRUSTED) {
                return with;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new InvalidRequest(
                "logsPem",
                "of " + draft.logsPem().length() + " characters",
                "up to " + MOST_TRUSTED + " public keys of transparency logs in PEM; or nothing");
    }

    /** What PEM texts hold, for people. */
    static List<Trusted> trusted(String pem, String logsPem) {
        TrustRoots roots = TrustRoots.none().with("", pem);
        if (!logsPem.isEmpty()) {
            roots = roots.recordedBy("", logsPem);
        }
        List<Trusted> trusted = new ArrayList<>();
        roots.keys()
                .forEach(key -> trusted.add(
                        new Trusted(algorithm(key.key()), fingerprint(key.key().getEncoded()), null)));
        for (X509Certificate authority : roots.authorities()) {
            try {
                trusted.add(new Trusted(
                        authority.getSubjectX500Principal().getName(),
                        fingerprint(authority.getEncoded()),
                        authority.getNotAfter().toInstant()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a certificate was read and cannot be written", e);
            }
        }
        roots.logs()
                .forEach(log -> trusted.add(new Trusted(
                        "transparency log, " + algorithm(log.key()),
                        fingerprint(log.key().getEncoded()),
                        null)));
        return trusted;
    }

    private static String algorithm(PublicKey key) {
        return switch (key) {
            case ECPublicKey curve -> "EC " + curve.getParams().getOrder().bitLength();
            case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
            default -> "Ed25519";
        };
    }

    private static String fingerprint(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** A pattern with {@code *} as LIKE reads it. */
    static List<String> like(List<String> patterns) {
        return patterns.stream()
                .map(one -> one.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                        .replace('*', '%'))
                .toList();
    }

    /** Whether patterns speak of a repository with its registry. */
    static boolean speakOf(List<String> patterns, String repository) {
        return patterns.isEmpty() || patterns.stream().anyMatch(one -> new Glob(one).matches(repository));
    }
}

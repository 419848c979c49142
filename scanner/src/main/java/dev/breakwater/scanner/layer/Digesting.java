package dev.breakwater.scanner.layer;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes the digest of what goes by, to be compared with the one told. */
public final class Digesting {

    private final String expected;
    private final MessageDigest digest;

    private Digesting(String expected, MessageDigest digest) {
        this.expected = expected;
        this.digest = digest;
    }

    /**
     * For a digest such as {@code sha256:…}.
     *
     * @throws ScanFailed if it is none
     */
    public static Digesting of(String expected) throws ScanFailed {
        if (dev.breakwater.engine.model.Digest.parse(expected).isEmpty()) {
            throw new ScanFailed(Reason.DAMAGED, "'" + brief(expected) + "' is no digest; sha256 and sha512 are known");
        }
        return new Digesting(expected, algorithm(expected.startsWith("sha512:") ? "SHA-512" : "SHA-256"));
    }

    public void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    /**
     * Compares.
     *
     * @param what of which it is, for the message
     * @throws ScanFailed if it is another
     */
    public void verify(String what) throws ScanFailed {
        String found = expected.substring(0, expected.indexOf(':') + 1)
                + HexFormat.of().formatHex(digest.digest());
        if (!found.equals(expected)) {
            throw new ScanFailed(Reason.DAMAGED, what + " is not what its digest says: it has " + found);
        }
    }

    /** The SHA-256 digest of bytes. */
    public static String sha256(byte[] bytes) {
        return "sha256:" + HexFormat.of().formatHex(algorithm("SHA-256").digest(bytes));
    }

    /** Short enough for a message. */
    private static String brief(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + name, e);
        }
    }
}

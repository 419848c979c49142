package dev.breakwater.sensor.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator hands to a new sensor: {@code bwe_<secret>.<fingerprint>}.
 *
 * @param secret what central checks, with its prefix
 * @param authorityFingerprint SHA-256 over the DER form of central's authority certificate, lower-case hexadecimal
 */
public record EnrolmentToken(String secret, String authorityFingerprint) {

    private static final Pattern FORM = Pattern.compile("(bwe_[A-Za-z0-9_-]{8,200})\\.([0-9a-fA-F]{64})");

    /**
     * Reads a token.
     *
     * @throws IllegalArgumentException if the text is none; the message does not repeat it
     */
    public static EnrolmentToken parse(String text) {
        Matcher token = FORM.matcher(text.strip());
        if (!token.matches()) {
            throw new IllegalArgumentException("an enrolment token looks like bwe_SECRET.FINGERPRINT, with the 64"
                    + " hexadecimal digits of central's authority at its end; copy it whole");
        }
        return new EnrolmentToken(token.group(1), token.group(2).toLowerCase(java.util.Locale.ROOT));
    }

    /** Tells two tokens apart without keeping either. */
    String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "EnrolmentToken[" + authorityFingerprint.substring(0, 8) + "…]";
    }
}

package dev.breakwater.central.fleet.internal.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sensor is given to enrol with: {@code bwe_<secret>.<fingerprint of central's authority>}. The secret stays
 * central's to check (only its hash is kept); the fingerprint is the sensor's, to know central by.
 *
 * @param secret 32 random bytes, base64url: 43 characters
 */
public record EnrolmentToken(String secret) {

    /** How every token starts, so that secret scanners recognise a leaked one. */
    public static final String PREFIX = "bwe_";

    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("(?:bwe_)?([A-Za-z0-9_-]{43})(?:\\.[0-9a-fA-F]{64})?");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new token. */
    public static EnrolmentToken random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return new EnrolmentToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads the secret part, with or without what stands around it. */
    static Optional<EnrolmentToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new EnrolmentToken(form.group(1))) : Optional.empty();
    }

    /** The token as it is shown, once. */
    public String shown(String authorityFingerprint) {
        return PREFIX + secret + "." + authorityFingerprint;
    }

    /** SHA-256 of the secret; it has 256 random bits, so a slow hash would add nothing. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}

package dev.breakwater.manifests.redaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 with a key that never leaves the sensor: equal values give equal hashes within one cluster, and nobody
 * without the key can try out passwords against them.
 */
public final class KeyedHash {

    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final int SHOWN_DIGITS = 16;

    private final SecretKeySpec key;

    public KeyedHash(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes; expected " + KEY_BYTES);
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** The first 16 hexadecimal digits. */
    String of(String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

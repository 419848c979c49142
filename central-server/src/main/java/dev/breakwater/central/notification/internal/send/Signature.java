package dev.breakwater.central.notification.internal.send;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a receiver knows that a request is from here and not an old one: HMAC-SHA256 (RFC 2104) over time and body. */
final class Signature {

    private Signature() {}

    /**
     * The value of the header.
     *
     * @param timestamp in seconds since 1970, as it stands in its own header
     * @return {@code v1=} and 64 hexadecimal digits of HMAC-SHA256 over timestamp, {@code .} and body
     */
    static String of(String key, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

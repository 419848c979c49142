package dev.breakwater.launcher;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A secret that exists nowhere else, so that wherever it is found it has come from where it was planted.
 *
 * @param place where it is planted, in words
 */
record Marker(String place, String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SMALL = "abcdefghijkmnpqrstuvwxyz";
    private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final String MIXED = SMALL + CAPITALS;

    /** As people choose passwords: small letters, nothing that looks random. Only the name beside it gives it away. */
    static Marker wordy(String place) {
        return new Marker(place, "harbour" + some(SMALL, 10));
    }

    /** As generators make them: only how it looks gives it away. */
    static Marker random(String place) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            // Each third has a capital, a small letter and a digit: no run of luck makes a word of it.
            value.append(some("ABCDEFGHJKLMNPQRSTUVWXYZ", 1))
                    .append(some("23456789", 1))
                    .append(some(SMALL, 1));
        }
        return new Marker(place, value.toString());
    }

    /** A key of a cloud provider or service: its shape gives it away. */
    static Marker shaped(String place, String prefix, int length) {
        return new Marker(place, prefix + some(prefix.equals("AKIA") ? CAPITALS : MIXED, length));
    }

    /** The secret as it stands, and in every form that it would take inside of something encoded. */
    Set<String> traces() {
        Set<String> traces = new LinkedHashSet<>(List.of(value));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        traces.add(HexFormat.of().formatHex(bytes));
        for (int shift = 0; shift < 3; shift++) {
            // Base64 of a longer text differs by where in it the secret begins; its first and last signs by its
            // neighbours.
            byte[] shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String own = encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 1);
            traces.add(own);
            traces.add(own.replace('+', '-').replace('/', '_'));
        }
        return traces;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String some(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        RANDOM.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }
}

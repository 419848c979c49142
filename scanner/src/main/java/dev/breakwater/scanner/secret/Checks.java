package dev.breakwater.scanner.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Whether a text is what it looks like, or only an example of it. */
final class Checks {

    private static final List<String> PLACEHOLDERS = List.of(
            "example",
            "xxxx",
            "changeme",
            "change_me",
            "change-me",
            "your",
            "dummy",
            "placeholder",
            "redacted",
            "sample",
            "foobar",
            "insert",
            "${",
            "{{",
            "%s",
            "%(",
            "***",
            "...",
            "<",
            "$(",
            "123456789",
            "abcdefgh",
            "password",
            "secret",
            "not-a-real",
            "test");

    private static final double RANDOM_CHANGES = 0.3;

    private Checks() {}

    /** Shannon entropy, bits a character. */
    static double entropy(String text) {
        int[] counts = new int[256];
        for (int i = 0; i < text.length(); i++) {
            counts[text.charAt(i) & 0xff]++;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                entropy -= share * Math.log(share) / Math.log(2);
            }
        }
        return entropy;
    }

    /** Nothing that documentation puts where a secret goes. */
    static boolean isNoPlaceholder(String secret) {
        String lower = secret.toLowerCase(Locale.ROOT);
        return PLACEHOLDERS.stream().noneMatch(lower::contains)
                && secret.chars().distinct().count() > 3
                && !lower.startsWith("$")
                && !lower.startsWith("%");
    }

    /** Made by a generator: of letters and digits that change often, not of words, paths, or code. */
    static boolean isRandomWord(String secret) {
        if (!isNoPlaceholder(secret)
                || secret.chars().filter(c -> c == '/' || c == '.').count() > 2) {
            return false;
        }
        if (secret.indexOf('(') >= 0
                || secret.indexOf('[') >= 0
                || secret.indexOf('{') >= 0
                || secret.indexOf('$') >= 0) {
            return false;
        }
        boolean digit = secret.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean letter = secret.chars().anyMatch(Character::isLetter);
        int changes = 0;
        for (int i = 1; i < secret.length(); i++) {
            changes += kind(secret.charAt(i)) == kind(secret.charAt(i - 1)) ? 0 : 1;
        }
        return digit && letter && changes >= RANDOM_CHANGES * (secret.length() - 1);
    }

    private static int kind(char c) {
        return c >= '0' && c <= '9' ? 0 : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3;
    }

    /** Base64 of {@code user:password}, as registries and HTTP take it. */
    static boolean isUserAndPassword(String base64) {
        try {
            String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon > 0
                    && colon < text.length() - 3
                    && text.chars().noneMatch(Character::isISOControl)
                    && text.indexOf('\uFFFD') < 0
                    && isNoPlaceholder(text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A token whose head names an algorithm that signs. */
    static boolean isSignedToken(String token) {
        try {
            String head = new String(
                    Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
            return head.contains("\"alg\"") && !head.contains("\"none\"");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

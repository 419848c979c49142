package dev.breakwater.manifests.redaction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells random strings from words. Two measures together: Shannon entropy of the characters, and how often neighbours
 * change between small letters, capitals, digits and signs, which random text does at every second place and names do not.
 */
final class Randomness {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+/_=-]{20,512}");
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9]{20,512}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern HASH_NAME = Pattern.compile(
            "(?i)sha|digest|checksum|hash|commit|revision|rev$|version|uuid|guid|(?:^|[^a-z])id$|image|fingerprint|etag|build|trace|git");

    private static final double LEAST_ENTROPY = 3.5;
    private static final double LEAST_CHANGES = 0.42;

    /** Enough for long words that mix all three: there chance levels out, and names of that length are rare. */
    private static final double LEAST_CHANGES_OF_LONG = 0.3;

    private static final int LONG = 36;
    private static final int SLASHES_OF_A_PATH = 3;
    private static final int LEAST_HEX = 32;

    private Randomness() {}

    /**
     * Whether a text holds a string that looks made by a random generator. Hexadecimal ones are digests until told otherwise;
     * of others the name can say that they are one, but only where the value is nothing else: a sentence about a build may
     * hold a key.
     */
    static Optional<String> kindOf(String name, String text) {
        if (HASH_NAME.matcher(name).find() && WORD.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        return any(WORD, text, true) || any(PART, text, false) ? Optional.of("high-entropy") : Optional.empty();
    }

    /** Whether the value of a variable is one long hexadecimal string, and its name does not say that it is a digest or an id. */
    static Optional<String> suspectsHex(String name, String value) {
        String text = value.strip();
        boolean hex = text.length() >= LEAST_HEX
                && text.length() <= 512
                && HEX.matcher(text).matches()
                && entropy(text) > 2.5;
        return hex && !HASH_NAME.matcher(name).find() ? Optional.of("high-entropy") : Optional.empty();
    }

    private static boolean any(Pattern form, String text, boolean mixed) {
        Matcher words = form.matcher(text);
        while (words.find()) {
            if (isRandom(words.group(), mixed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRandom(String word, boolean mixed) {
        if (HEX.matcher(word).matches() || UUID.matcher(word).find()) {
            return false;
        }
        boolean all = has(word, 'A', 'Z') && has(word, 'a', 'z') && has(word, '0', '9');
        boolean path = word.chars().filter(c -> c == '/').count() >= SLASHES_OF_A_PATH;
        if (mixed && (path || !all)) {
            return false;
        }
        double least = all && word.length() >= LONG ? LEAST_CHANGES_OF_LONG : LEAST_CHANGES;
        return changes(word) >= least && entropy(word) >= LEAST_ENTROPY;
    }

    private static boolean has(String word, char from, char to) {
        return word.chars().anyMatch(c -> c >= from && c <= to);
    }

    /** The share of neighbours that are of different classes. */
    private static double changes(String word) {
        int changes = 0;
        for (int i = 1; i < word.length(); i++) {
            if (sort(word.charAt(i)) != sort(word.charAt(i - 1))) {
                changes++;
            }
        }
        return (double) changes / (word.length() - 1);
    }

    private static int sort(char c) {
        if (c >= '0' && c <= '9') {
            return 0;
        }
        if (c >= 'a' && c <= 'z') {
            return 1;
        }
        return c >= 'A' && c <= 'Z' ? 2 : 3;
    }

    /** Bits for each character, by the frequencies within the word itself. */
    static double entropy(String word) {
        int[] counts = new int[128];
        for (int i = 0; i < word.length(); i++) {
            counts[word.charAt(i) & 127]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / word.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}

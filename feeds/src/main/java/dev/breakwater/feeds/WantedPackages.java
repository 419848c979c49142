package dev.breakwater.feeds;

import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import dev.breakwater.engine.vulnerability.ecosystem.Lookup;
import dev.breakwater.feeds.format.Texts;
import dev.breakwater.feeds.format.Told;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The packages of which advisories are wanted, so that of a large feed only what speaks of them is parsed.
 *
 * <p>The look at the bytes of a document is quick and errs on one side only: it never leaves out a document that names a wanted package.
 */
final class WantedPackages {

    private static final byte[] ECOSYSTEM = "ecosystem".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NAME = "name".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] MODIFIED = "modified".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] PUBLISHED = "published".getBytes(StandardCharsets.US_ASCII);

    /** What formats without a field of that name show of the ecosystem of which they speak. */
    private static final Map<String, byte[]> SIGNS = Map.of(
            "Packagist", "composer://".getBytes(StandardCharsets.US_ASCII),
            "Maven", "vulnerability_id: ".getBytes(StandardCharsets.US_ASCII),
            "crates.io", "```toml\n[advisory]".getBytes(StandardCharsets.US_ASCII));

    private final Set<String> ecosystems = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> exact = new HashSet<>();
    private final Set<String> loose = new HashSet<>();

    WantedPackages(Collection<Lookup> lookups) {
        for (Lookup lookup : lookups) {
            exact.add(lookup.ecosystem() + '\n' + lookup.packageName());
            ecosystems.add(lookup.ecosystem());
            loose.add(loosely(lookup.packageName()));
        }
    }

    boolean wants(String ecosystem, String packageName) {
        return exact.contains(ecosystem + '\n' + packageName);
    }

    /**
     * Whether a document may name a wanted package. Of one that names ecosystems, as OSV's do, any text behind a key {@code name}
     * is looked at, in whatever spelling; one that names no package at all is an opinion of a vulnerability, and may be wanted.
     * Of other sorts whose ecosystem their content gives away it is enough that none of its packages is wanted; the rest is taken.
     *
     * @param told is told of the ecosystems that are named and of when it was published and changed, wanted or not
     */
    boolean mayBeNamedIn(byte[] document, Told told) {
        if (!contains(document, ECOSYSTEM)) {
            return !isOfNone(document);
        }
        boolean named = false;
        boolean wanted = false;
        for (int at = 0; at + 9 <= document.length && !wanted; at++) {
            if (isAt(document, at, NAME)) {
                String name = valueAfter(document, at + NAME.length);
                if (!name.isEmpty()) {
                    wanted = name.indexOf('\\') >= 0 || loose.contains(loosely(name));
                    named = true;
                    at += NAME.length;
                }
            } else if (isAt(document, at, ECOSYSTEM)) {
                String ecosystem = valueAfter(document, at + ECOSYSTEM.length);
                if (!ecosystem.isEmpty() && !ecosystem.equals("GIT")) {
                    told.speaksFor(words.computeIfAbsent(
                            ecosystem, written -> Ecosystem.of(written).word()));
                }
            } else if (isAt(document, at, MODIFIED)) {
                date(document, at, MODIFIED, told);
            } else if (isAt(document, at, PUBLISHED)) {
                date(document, at, PUBLISHED, told);
            }
        }
        return wanted || !named;
    }

    /** Only a key is told, and not what a text says of one: it stands in quotes, or begins a line. */
    private static void date(byte[] document, int at, byte[] key, Told told) {
        byte before = at == 0 ? (byte) '\n' : document[at - 1];
        boolean quoted = before == '"' && document[Math.max(0, at - 2)] != '\\';
        if (quoted || before == '\n') {
            Instant date = Texts.instant(valueAfter(document, at + key.length));
            if (date != null) {
                told.asOf(date);
            }
        }
    }

    /** Whether its content shows that it speaks of packages of an ecosystem of which none is wanted. */
    private boolean isOfNone(byte[] document) {
        return SIGNS.entrySet().stream()
                .anyMatch(sign -> !ecosystems.contains(sign.getKey()) && contains(document, sign.getValue()));
    }

    private static boolean isAt(byte[] document, int at, byte[] word) {
        return document[at] == word[0]
                && at + word.length <= document.length
                && Arrays.equals(document, at, at + word.length, word, 0, word.length);
    }

    private static boolean contains(byte[] document, byte[] word) {
        for (int at = 0; at + word.length <= document.length; at++) {
            if (isAt(document, at, word)) {
                return true;
            }
        }
        return false;
    }

    /** The scalar behind a key that ends at {@code start}; empty if what ends there is no key. */
    private static String valueAfter(byte[] document, int start) {
        int at = start;
        if (at < document.length && (document[at] == '"' || document[at] == '\'')) {
            at++;
        }
        at = skipSpaces(document, at);
        if (at >= document.length || document[at] != ':') {
            return "";
        }
        at = skipSpaces(document, at + 1);
        if (at >= document.length) {
            return "";
        }
        byte quote = document[at] == '"' || document[at] == '\'' ? document[at] : (byte) '\n';
        int first = quote == '\n' ? at : at + 1;
        int end = first;
        while (end < document.length && !ends(document[end], quote) && end - first <= 500) {
            end++;
        }
        return new String(document, first, end - first, StandardCharsets.UTF_8).strip();
    }

    /** A scalar of YAML without quotes ends with its line, in a flow with what divides it. */
    private static boolean ends(byte sign, byte quote) {
        return sign == quote || sign == '\n' || (quote == '\n' && (sign == ',' || sign == '}' || sign == '#'));
    }

    private static int skipSpaces(byte[] document, int start) {
        int at = start;
        while (at < document.length
                && (document[at] == ' ' || document[at] == '\n' || document[at] == '\r' || document[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** What is left of a name where spellings may differ: lower case, without {@code -_.}, an address without its scheme. */
    private static String loosely(String name) {
        StringBuilder text = new StringBuilder(name.length());
        int start = name.startsWith("https://") ? 8 : 0;
        int end = name.endsWith(".git") ? name.length() - 4 : name.length();
        for (int i = start; i < end; i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.') {
                text.append(Character.toLowerCase(c));
            }
        }
        return text.toString();
    }
}

package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.document.MalformedDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads constraints of npm, Cargo and Composer: {@code <1.2 || >=2.0 <2.3}, {@code >= 1, < 2}, {@code ^1.2}, {@code ~1.2},
 * {@code 6.x}, {@code *}. All that stand together hold at once, what {@code ||} divides holds in turn.
 */
final class Constraint {

    private static final int LONGEST = 4_000;

    private final VersionScheme scheme;

    private Constraint(VersionScheme scheme) {
        this.scheme = scheme;
    }

    /** @throws MalformedDocument with the part that is no constraint */
    static VersionSet read(String text, VersionScheme scheme) throws MalformedDocument {
        if (text.length() > LONGEST) {
            throw new MalformedDocument("a constraint has more than " + LONGEST + " characters");
        }
        Constraint constraint = new Constraint(scheme);
        VersionSet all = VersionSet.of(scheme, List.of());
        for (String alternative : text.split("\\|\\|?", -1)) {
            all = all.with(constraint.together(alternative));
        }
        return all;
    }

    /** Each of a list holds in turn. */
    static VersionSet anyOf(List<String> texts, VersionScheme scheme) throws MalformedDocument {
        VersionSet all = VersionSet.of(scheme, List.of());
        for (String text : texts) {
            all = all.with(read(text, scheme));
        }
        return all;
    }

    private VersionSet together(String text) throws MalformedDocument {
        VersionSet none = VersionSet.of(scheme, List.of());
        VersionSet all = none.complement();
        for (String part : parts(text)) {
            all = all.without(one(part).complement());
        }
        return all;
    }

    /** Divided by commas and spaces, the operator kept with its version. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder operator = new StringBuilder();
        for (String word : text.replace(',', ' ').strip().split("\\s+")) {
            if (!word.isEmpty() && word.chars().allMatch(c -> "<>=^~!".indexOf(c) >= 0)) {
                operator.append(word);
            } else if (!word.isEmpty()) {
                parts.addAll(separated(operator + word));
                operator.setLength(0);
            }
        }
        return parts;
    }

    /** {@code >=1.0<2.0} is two. */
    private static List<String> separated(String word) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < word.length(); i++) {
            boolean begins = "<>=^~!".indexOf(word.charAt(i)) >= 0 && "<>=^~!".indexOf(word.charAt(i - 1)) < 0;
            if (begins) {
                parts.add(word.substring(start, i));
                start = i;
            }
        }
        parts.add(word.substring(start));
        return parts;
    }

    private VersionSet one(String text) throws MalformedDocument {
        int length = 0;
        while (length < text.length() && "<>=^~!".indexOf(text.charAt(length)) >= 0) {
            length++;
        }
        String operator = text.substring(0, length);
        String version = text.substring(length);
        if (version.equals("*") || version.equals("x") || version.equals("latest")) {
            return stretch(Cut.FIRST, Cut.LAST);
        }
        if (!scheme.canCompare(bare(version))) {
            throw new MalformedDocument("'" + text + "' is no constraint on versions");
        }
        return switch (operator) {
            case "<" -> stretch(Cut.FIRST, Cut.before(bare(version)));
            case "<=" -> stretch(Cut.FIRST, Cut.behind(bare(version)));
            case ">" -> stretch(Cut.behind(bare(version)), Cut.LAST);
            case ">=", "=>" -> stretch(Cut.before(bare(version)), Cut.LAST);
            case "^" -> stretch(Cut.before(bare(version)), Cut.before(next(version, caretPart(version))));
            case "~", "~>" ->
                stretch(Cut.before(bare(version)), Cut.before(next(version, Math.min(1, numbers(version) - 1))));
            case "", "=", "==" ->
                isWild(version)
                        ? stretch(Cut.before(bare(version)), Cut.before(next(version, numbers(bare(version)) - 1)))
                        : stretch(Cut.before(bare(version)), Cut.behind(bare(version)));
            default -> throw new MalformedDocument("'" + operator + "' is no operator of a constraint");
        };
    }

    private VersionSet stretch(Cut from, Cut to) {
        return VersionSet.of(scheme, List.of(new VersionSet.Stretch(from, to)));
    }

    private static boolean isWild(String version) {
        return version.endsWith(".x") || version.endsWith(".*") || version.endsWith(".X");
    }

    /** Without the wild cards at the end, and without a leading v. */
    private static String bare(String version) {
        String text = version.startsWith("v") ? version.substring(1) : version;
        while (isWild(text)) {
            text = text.substring(0, text.length() - 2);
        }
        return text;
    }

    private static int numbers(String version) {
        return core(version).split("\\.").length;
    }

    private static String core(String version) {
        String text = bare(version);
        int end = 0;
        while (end < text.length() && (text.charAt(end) == '.' || Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The first part that is not 0, of which a caret allows no other value. */
    private static int caretPart(String version) {
        String[] parts = core(version).split("\\.");
        for (int i = 0; i < parts.length - 1; i++) {
            if (!parts[i].matches("0+")) {
                return i;
            }
        }
        return parts.length - 1;
    }

    /** The version with one part raised by one and those behind it left out. */
    private static String next(String version, int part) throws MalformedDocument {
        String[] parts = core(version).split("\\.");
        if (part >= parts.length || parts[part].isEmpty() || parts[part].length() > 9) {
            throw new MalformedDocument("'" + version + "' is no version that a constraint can raise");
        }
        List<String> raised = new ArrayList<>(List.of(parts).subList(0, part));
        raised.add(String.valueOf(Integer.parseInt(parts[part]) + 1));
        while (raised.size() < 3) {
            raised.add("0");
        }
        return String.join(".", raised);
    }
}

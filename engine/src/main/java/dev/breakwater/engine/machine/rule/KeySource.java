package dev.breakwater.engine.machine.rule;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name with a value in files of lines. Files further behind override those before, and later lines earlier ones.
 *
 * @param files paths or patterns
 */
record KeySource(List<String> files, String key, Style style) implements Source {

    /** How lines are written. */
    enum Style {
        /** {@code key = value}; a key alone is {@code true}. */
        EQUALS,
        /** {@code KEY value}. */
        BLANK,
        /** {@code export KEY="value"}. */
        SHELL
    }

    @Override
    public Value read(MachineFacts facts) {
        Value found = Value.unset(String.join(", ", files));
        for (String pattern : files) {
            MachineFacts.Matched matched = facts.matching(pattern);
            if (!matched.unknown().isEmpty()) {
                return Value.unknown(pattern, matched.unknown().getFirst().why());
            }
            for (MachineFacts.At at : matched.present()) {
                if (at.text().isEmpty()) {
                    return Value.unknown(at.path(), at.why());
                }
                String value = last(at.text().get());
                if (value != null) {
                    found = Value.set(value, at.path());
                }
            }
        }
        return found;
    }

    private @Nullable String last(String text) {
        String value = null;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            String stripped = line.strip();
            if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith(";")) {
                continue;
            }
            String here = style == Style.BLANK ? behindBlank(stripped) : behindEquals(stripped);
            value = here == null ? value : here;
        }
        return value;
    }

    private @Nullable String behindEquals(String line) {
        String written = style == Style.SHELL && line.startsWith("export ")
                ? line.substring("export ".length()).strip()
                : line;
        int equals = written.indexOf('=');
        String name = (equals < 0 ? written : written.substring(0, equals)).strip();
        if (!name.toLowerCase(Locale.ROOT).equals(key.toLowerCase(Locale.ROOT))) {
            return null;
        }
        if (equals < 0) {
            return style == Style.EQUALS ? "true" : null;
        }
        return unquoted(written.substring(equals + 1));
    }

    private @Nullable String behindBlank(String line) {
        String[] parts = line.split("\\s+", 2);
        if (!parts[0].equalsIgnoreCase(key)) {
            return null;
        }
        return parts.length == 1 ? "" : unquoted(parts[1]);
    }

    private static String unquoted(String written) {
        String value = written.strip();
        char quote = value.isEmpty() ? ' ' : value.charAt(0);
        if (quote == '"' || quote == '\'') {
            int end = value.indexOf(quote, 1);
            return end < 0 ? value.substring(1) : value.substring(1, end);
        }
        int comment = value.indexOf(" #");
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }

    @Override
    public Stream<String> paths() {
        return files.stream();
    }
}

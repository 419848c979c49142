package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A keyword of the SSH server: the first one that is written counts, included files where they are included. What stands behind a
 * {@code Match} holds for some connections only and is left out.
 */
record SshdSource(String keyword) implements Source {

    private static final String MAIN = "/etc/ssh/sshd_config";
    private static final List<String> OFTEN =
            List.of("allowusers", "allowgroups", "denyusers", "denygroups", "acceptenv");
    private static final int MOST_DEPTH = 8;

    private static final class Reading {
        final List<String> values = new ArrayList<>();
        String where = MAIN;

        @Nullable
        Value unknown;
    }

    @Override
    public Value read(MachineFacts facts) {
        Reading reading = new Reading();
        read(facts, facts.at(MAIN), reading, 0);
        if (reading.unknown != null && reading.values.isEmpty()) {
            return reading.unknown;
        }
        return reading.values.isEmpty() ? Value.unset(MAIN) : Value.set(reading.values, reading.where);
    }

    /** Whether it is known now. */
    private boolean read(MachineFacts facts, MachineFacts.At at, Reading reading, int depth) {
        if (at.text().isEmpty() || depth > MOST_DEPTH) {
            reading.unknown = Value.unknown(at.path(), at.why());
            return true;
        }
        for (String line : (Iterable<String>) at.text().get().lines()::iterator) {
            String[] parts = line.strip().split("\\s*=\\s*|\\s+", 2);
            String word = parts[0].toLowerCase(Locale.ROOT);
            String rest = parts.length > 1 ? parts[1].strip() : "";
            if (word.startsWith("#") || word.isEmpty()) {
                continue;
            }
            if (word.equals("match")) {
                return false;
            }
            if (word.equals("include")) {
                if (include(facts, rest, reading, depth)) {
                    return true;
                }
            } else if (word.equals(keyword.toLowerCase(Locale.ROOT))) {
                reading.values.add(rest.replace("\"", ""));
                reading.where = at.path();
                if (!OFTEN.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean include(MachineFacts facts, String patterns, Reading reading, int depth) {
        for (String written : patterns.split("\\s+")) {
            String pattern = written.startsWith("/") ? written : "/etc/ssh/" + written;
            MachineFacts.Matched matched = facts.matching(pattern);
            if (!matched.unknown().isEmpty()) {
                reading.unknown =
                        Value.unknown(pattern, matched.unknown().getFirst().why());
                return true;
            }
            for (MachineFacts.At at : matched.present()) {
                if (read(facts, at, reading, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Stream<String> paths() {
        return Stream.of(MAIN, "/etc/ssh/sshd_config.d/*.conf");
    }
}

package dev.breakwater.engine.machine.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of a process, as the flag libraries of Go read them: one or two dashes, {@code _} as {@code -}, the value behind
 * {@code =} or as the next argument.
 */
final class CommandLine {

    /**
     * One option.
     *
     * @param value behind {@code =}, {@code null} = none
     * @param next the argument after it, {@code null} = none, or an option itself
     */
    private record Option(
            String name, @Nullable String value, @Nullable String next) {

        String value(boolean yesOrNo) {
            if (value != null) {
                return value;
            }
            return yesOrNo || next == null ? "true" : next;
        }
    }

    private final List<Option> options;

    private CommandLine(List<Option> options) {
        this.options = options;
    }

    static CommandLine of(List<String> arguments) {
        List<Option> options = new ArrayList<>();
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                break;
            }
            String stripped = argument.startsWith("--")
                    ? argument.substring(2)
                    : argument.startsWith("-") ? argument.substring(1) : "";
            if (stripped.isEmpty()) {
                continue;
            }
            int equals = stripped.indexOf('=');
            String next = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
            options.add(new Option(
                    normal(equals < 0 ? stripped : stripped.substring(0, equals)),
                    equals < 0 ? null : unquoted(stripped.substring(equals + 1)),
                    next == null || next.startsWith("-") ? null : next));
        }
        return new CommandLine(options);
    }

    private static String normal(String name) {
        return name.replace('_', '-');
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    /** The last value of an option; empty = it is not given. */
    Optional<String> last(String name, boolean yesOrNo) {
        List<String> all = all(name, yesOrNo);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** All values of an option that may be given often. */
    List<String> all(String name, boolean yesOrNo) {
        return options.stream()
                .filter(option -> option.name().equals(name))
                .map(option -> option.value(yesOrNo))
                .toList();
    }
}

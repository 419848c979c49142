package dev.breakwater.central.transfer;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.transfer.ImportWish.OnConflict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command as it was typed.
 *
 * @param argument the file or the account
 * @param options with their values, empty for those without
 */
record CommandLine(String name, String argument, Map<String, String> options) {

    /** The options of each command; {@code true} = a value follows. */
    private static final Map<String, Map<String, Boolean>> KNOWN = Map.of(
            "export", Map.of("--with-password-hashes", false),
            "import", Map.of("--dry-run", false, "--on-conflict", true, "--skip", true),
            "set-password", Map.of());

    static CommandLine of(String... arguments) {
        String name = arguments[0];
        Map<String, Boolean> known = KNOWN.get(name);
        String argument = "";
        Map<String, String> options = new HashMap<>();
        List<String> rest = List.of(arguments).subList(1, arguments.length);
        for (int i = 0; i < rest.size(); i++) {
            String[] word = rest.get(i).split("=", 2);
            if (!word[0].startsWith("--")) {
                if (!argument.isEmpty()) {
                    throw new InvalidRequest("argument", rest.get(i), "one only, '" + argument + "' was given already");
                }
                argument = rest.get(i);
            } else if (!known.containsKey(word[0])) {
                throw new InvalidRequest(
                        "option",
                        word[0],
                        known.isEmpty()
                                ? "none"
                                : known.keySet().stream().sorted().collect(Collectors.joining(", ")));
            } else if (!known.get(word[0])) {
                options.put(word[0], "");
            } else if (word.length == 2) {
                options.put(word[0], word[1]);
            } else if (i + 1 < rest.size()) {
                options.put(word[0], rest.get(++i));
            } else {
                throw new InvalidRequest(word[0], "", "a value after it");
            }
        }
        if (argument.isEmpty()) {
            throw new InvalidRequest(
                    "argument", "", name.equals("set-password") ? "the name of an account" : "a file, or -");
        }
        return new CommandLine(name, argument, options);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Path file() {
        return Path.of(argument);
    }

    InputStream open() throws IOException {
        return argument.equals("-") ? System.in : Files.newInputStream(file());
    }

    OnConflict onConflict() {
        String word = options.getOrDefault("--on-conflict", "refuse");
        return Arrays.stream(OnConflict.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest("--on-conflict", word, "refuse, keep, overwrite"));
    }

    Set<String> skip() {
        return Arrays.stream(options.getOrDefault("--skip", "").split(","))
                .map(String::strip)
                .filter(section -> !section.isEmpty())
                .collect(Collectors.toSet());
    }
}

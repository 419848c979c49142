package dev.breakwater.central.platform;

import dev.breakwater.engine.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Severities as the database keeps them, in numbers that can be compared: the graver, the higher, 0 = unknown. */
public final class Severities {

    private static final List<Severity> BY_NUMBER =
            List.of(Severity.UNKNOWN, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);

    private Severities() {}

    /** The number that a severity is kept as. */
    public static int number(Severity severity) {
        return BY_NUMBER.indexOf(severity);
    }

    /**
     * The severity that a number stands for.
     *
     * @throws IndexOutOfBoundsException if it stands for none
     */
    public static Severity of(int number) {
        return BY_NUMBER.get(number);
    }

    /** The words to filter by, the gravest first, with their numbers; without the unknown one, which nothing compares with. */
    public static Map<String, Integer> words() {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (int number = BY_NUMBER.size() - 1; number > 0; number--) {
            words.put(of(number).name().toLowerCase(Locale.ROOT), number);
        }
        return words;
    }
}

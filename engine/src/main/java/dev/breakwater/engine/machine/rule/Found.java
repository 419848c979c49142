package dev.breakwater.engine.machine.rule;

/**
 * What was found where, beside what was expected.
 *
 * @param field the fact: a flag, a kernel parameter, {@code mode}
 * @param value what was found, empty = nothing
 * @param expected what it ought to be, in words
 * @param where the path, process or document that says so, empty = the machine as a whole
 * @param message one sentence
 */
public record Found(String field, String value, String expected, String where, String message) {

    private static final int MOST_CHARACTERS = 300;

    public Found {
        value = cut(value);
        where = cut(where);
        message = cut(message);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }
}

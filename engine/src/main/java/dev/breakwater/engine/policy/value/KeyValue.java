package dev.breakwater.engine.policy.value;

import dev.breakwater.engine.policy.value.TextPattern.Bare;

/**
 * Tests of a key and of what it stands for, written {@code key=value}.
 *
 * @param key the test of the key
 * @param value the test of the value; {@link TextTest.Anything} where none is written
 */
public record KeyValue(TextTest key, TextTest value) {

    /** What is taken. */
    public static final String ALLOWED = "Allowed: key=value, both regular expressions (RE2) for the whole text;"
            + " an empty value, or none, stands for any.";

    /** @throws ValueRejected if the key is empty or a part is not readable */
    public static KeyValue parse(String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? text : text.substring(0, equals);
        if (key.isBlank()) {
            throw new ValueRejected(ALLOWED);
        }
        return new KeyValue(
                TextPattern.parse(key, Bare.REGEX), valueTest(equals < 0 ? "" : text.substring(equals + 1)));
    }

    /** The test of a value part, where nothing stands for anything. */
    public static TextTest valueTest(String value) {
        return value.isBlank() ? new TextTest.Anything() : TextPattern.parse(value, Bare.REGEX);
    }
}

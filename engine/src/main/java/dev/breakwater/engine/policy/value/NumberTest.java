package dev.breakwater.engine.policy.value;

import java.util.regex.Pattern;

/**
 * A comparison with a number, such as {@code >= 7.5}.
 *
 * @param wanted what the number found is compared with
 */
public record NumberTest(Comparison comparison, double wanted) {

    /** What is taken. */
    public static final String ALLOWED =
            "Allowed: a number of up to 15 digits, with <, <=, >, >= or = in front if it is not to be equal.";

    private static final Pattern FORM = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?|\\.[0-9]{1,15}");

    /** @throws ValueRejected if it is not such a comparison */
    public static NumberTest parse(String value) {
        String text = value.strip();
        String operand = Comparison.operand(text);
        if (!FORM.matcher(operand).matches()) {
            throw new ValueRejected(ALLOWED);
        }
        return new NumberTest(Comparison.leading(text), Double.parseDouble(operand));
    }

    public boolean matches(double found) {
        return comparison.holds(Double.compare(found, wanted));
    }
}

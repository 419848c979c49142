package dev.breakwater.ui.policies.draft;

import dev.breakwater.engine.policy.criteria.ValueGrammar;
import dev.breakwater.engine.policy.value.TextPattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be told of values by their grammar. */
public final class ValueWords {

    private static final Pattern SIGNS = Pattern.compile("[.*+?^$|\\[\\](){}\\\\]");

    private ValueWords() {}

    /** What a value without a mark means; empty for what is no text pattern. */
    public static Optional<Bare> bareOf(ValueGrammar grammar) {
        return Stream.of(Bare.values())
                .filter(bare -> TextPattern.allowed(bare).equals(grammar.allowed()))
                .findFirst();
    }

    /** Whether an expression is matched by its own text only. */
    public static boolean isPlain(String expression) {
        return !SIGNS.matcher(expression).find();
    }
}

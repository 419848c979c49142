package dev.breakwater.central.platform;

import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Filters and what may be taken for one. */
final class FilterArbitraries {

    private FilterArbitraries() {}

    /** Text rich in what the grammar and SQL treat specially, and in other scripts. */
    static Arbitrary<String> hostileText() {
        return Arbitraries.strings()
                .withChars("ab:,!\"\\*<>=' \t;-%_(){}$?\u0000\u001f\u00a0\u2028ßİ漢\ud800")
                .withChars('0', '9')
                .ofMinLength(0)
                .ofMaxLength(60);
    }

    /** Text that a filter can hold in quotes. */
    static Arbitrary<String> quotableText() {
        return Arbitraries.strings()
                .withChars("ab:,!\"\\*<>=' \t;-%_(){}$?\u001f\u00a0\u2028ßİ漢")
                .ofMinLength(0)
                .ofMaxLength(12);
    }

    /** Words with {@code *} in them. */
    static Arbitrary<String> pattern() {
        return Arbitraries.strings()
                .withChars("ab*:\\!=")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(text -> "a" + text + "*");
    }

    static Arbitrary<FilterExpression> expression() {
        Arbitrary<String> field = Arbitraries.of("", "severity", "name", "host.net", "a-b_c9");
        Arbitrary<Value> literal = Combinators.combine(Arbitraries.of(Comparison.class), quotableText())
                .as((c, t) -> new Value(c, t, true));
        Arbitrary<Value> wild =
                Combinators.combine(Arbitraries.of(Comparison.class), pattern()).as((c, t) -> new Value(c, t, false));
        Arbitrary<Term> term = Combinators.combine(
                        field,
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(literal, wild).list().ofMinSize(1).ofMaxSize(3))
                .as(Term::new)
                // A colon in the first word of a free text would be read as a field's.
                .filter(t -> !t.field().isEmpty()
                        || !t.values().getFirst().isPattern()
                        || t.values().getFirst().text().indexOf(':') < 0);
        return term.list().ofMaxSize(5).map(FilterExpression::new);
    }
}

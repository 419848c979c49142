package dev.breakwater.engine.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.breakwater.engine.policy.value.TextPattern.Bare;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TextPatternProperties {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> piece = Arbitraries.of(
                "a",
                "B",
                "/",
                "\\.",
                "x1",
                ".*",
                ".+",
                "|",
                ".",
                "[ab]",
                "(a|b)",
                "\\d",
                "-",
                "a?",
                "(.*/)?",
                "(a|b.*)?",
                "(?:ab|x)*",
                "b+",
                "(a|)",
                "1{1,2}",
                "\\b",
                "^",
                "$",
                "(x(a|b)?|/)",
                ".*?",
                "a*?");
        return piece.list().ofMinSize(1).ofMaxSize(7).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'A', 'b', 'B', '/', '.', 'x', '1', '-', '\n', '\u212a', 'k')
                .ofMaxLength(7);
    }

    /** What is compiled away must say what the expression says. */
    @Property(tries = 20_000)
    void plainComparisonsSayWhatTheExpressionSays(
            @ForAll("expressions") String expression, @ForAll("texts") String text) {
        assertThat(TextPattern.parse("r/" + expression, Bare.PREFIX).matches(text))
                .as("%s on %s", expression, text)
                .isEqualTo(Pattern.compile(expression, FLAGS).matches(text));
        assertThat(TextPattern.parse("r/c/" + expression, Bare.PREFIX).matches(text))
                .as("part %s on %s", expression, text)
                .isEqualTo(Pattern.compile(expression, FLAGS).matcher(text).find());
    }

    @Property
    void quotedTextsMatchThemselvesAndNothingElse(@ForAll("texts") String text, @ForAll("texts") String other) {
        TextTest test = TextPattern.parse('"' + text + '"', Bare.REGEX);
        assertThat(test.matches(text)).isTrue();
        assertThat(test.matches(other)).isEqualTo(text.equalsIgnoreCase(other));
    }

    @Property
    void bareTextsArePrefixesAndAMarkTurnsThemRound(@ForAll("texts") String text, @ForAll("texts") String other) {
        if (text.isBlank()) {
            return;
        }
        assertThat(TextPattern.parse(text, Bare.PREFIX).matches(text + other)).isTrue();
        assertThat(TextPattern.parse("!" + text, Bare.PREFIX).matches(text + other))
                .isFalse();
    }

    @Property(tries = 5_000)
    void readsOrRefusesWhateverIsWritten(@ForAll String value) {
        for (Bare bare : Bare.values()) {
            try {
                assertThat(TextPattern.parse(value, bare).matches("some text")).isIn(true, false);
            } catch (ValueRejected e) {
                assertThat(e.allowed()).contains("llowed");
            }
        }
    }

    @Property(tries = 2_000)
    void boundsTheWorkOfExpressions(@ForAll("nested") String expression) {
        try {
            assertThat(TextPattern.parse("r/" + expression, Bare.PREFIX).matches("a".repeat(1_000)))
                    .isIn(true, false);
        } catch (ValueRejected e) {
            assertThat(e.allowed()).contains("llowed");
        }
    }

    @Provide
    Arbitrary<String> nested() {
        Arbitrary<String> piece = Arbitraries.of(
                "(", ")", "a", "{900}", "{1000}", "{2,}", "{0,1000}", "*", "[a-z]", "[^)]", "\\pL", "|", "+", "{", "}");
        return piece.list().ofMinSize(1).ofMaxSize(40).map(pieces -> String.join("", pieces));
    }
}

package dev.breakwater.engine.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.policy.value.TextPattern.Bare;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource({
        "Web,        web-1,          true",
        "web,        my-web,         false",
        "\"web\",    WEB,            true",
        "\"web\",    web-1,          false",
        "r/w.b,      web,            true",
        "r/w.b,      web-1,          false",
        "r/c/w.b,    my-web-1,       true",
        "g/*.sock,   docker.sock,    true",
        "g/*.sock,   run/docker.sock,false",
        "g/**.sock,  run/docker.sock,true",
        "g/?eb,      WEB,            true",
        "!web,       web-1,          false",
        "!r/web,     shop,           true",
    })
    void readsTheFormsOfTexts(String value, String text, boolean matches) {
        assertThat(TextPattern.parse(value, Bare.PREFIX).matches(text)).isEqualTo(matches);
    }

    @Test
    void readsBareTextsAsExpressionsWhereTheCriterionSaysSo() {
        assertThat(TextPattern.parse("kube-.*", Bare.REGEX).matches("kube-system"))
                .isTrue();
        assertThat(TextPattern.parse("kube", Bare.REGEX).matches("kube-system")).isFalse();
    }

    @Test
    void needsNoEngineForWhatPeopleMostlyWrite() {
        assertThat(TextPattern.parse("latest|main", Bare.REGEX)).isInstanceOf(TextTest.OneOf.class);
        assertThat(TextPattern.parse("kube-.*", Bare.REGEX)).isInstanceOf(TextTest.Prefix.class);
        assertThat(TextPattern.parse(".*-debug", Bare.REGEX)).isInstanceOf(TextTest.Suffix.class);
        assertThat(TextPattern.parse(".*PASSWORD.*", Bare.REGEX)).isInstanceOf(TextTest.Contains.class);
        assertThat(TextPattern.parse(".*", Bare.REGEX)).isInstanceOf(TextTest.Anything.class);
        assertThat(TextPattern.parse("a[0-9]", Bare.REGEX)).isInstanceOf(TextTest.Both.class);
        assertThat(TextPattern.parse("[0-9]", Bare.REGEX)).isInstanceOf(TextTest.Whole.class);
        assertThat(TextPattern.parse("AWS_(SECRET_KEY|TOKEN)(_ID)?", Bare.REGEX))
                .isInstanceOf(TextTest.OneOf.class);
        assertThat(TextPattern.parse("(.*/)?(owner|team)", Bare.REGEX)).isInstanceOf(TextTest.AnyOf.class);
        assertThat(TextPattern.parse(".*(password|api-?key).*", Bare.REGEX)).isInstanceOf(TextTest.ContainsAny.class);
    }

    @Test
    void comparesOtherScriptsWithoutCaseToo() {
        assertThat(TextPattern.parse("r/m\u00dcll.?r", Bare.PREFIX).matches("M\u00fcller"))
                .isTrue();
        assertThat(TextPattern.parse("a[0-9]\u6771", Bare.REGEX).matches("a1\u6771"))
                .isTrue();
    }

    @Test
    void aLineBreakHidesNothing() {
        assertThat(TextPattern.parse("a.*z", Bare.REGEX).matches("a\nz")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "r/(",
                "r/a(?=b)",
                "r/((a{900}){900}){900}",
                "r/(\\1)",
                "r/a{2000}",
                "r/\u1c80",
                "r/[a-\u1c90]",
                "r/\\x{1c80}",
                "g/\u1c80"
            })
    void saysWhatIsAllowed(String value) {
        assertThatThrownBy(() -> TextPattern.parse(value, Bare.PREFIX))
                .isInstanceOf(ValueRejected.class)
                .hasMessageContaining("Allowed");
    }

    @Test
    void looksAtTheFirstLettersBeforeTheExpression() {
        for (String text : List.of("aws_secret_key", "AWS_TOKEN", "AWS_", "aw", "ab", "a", "abbb", "xz", "b")) {
            for (String expression : List.of(
                    "AWS_(SECRET_KEY|TOKEN)", "ab*", "ab?c{0,2}", "a(b|c)*", "a|x.", "(a|x)b*", "a[bz]+", "ab+|b")) {
                assertThat(TextPattern.parse("r/" + expression, Bare.REGEX).matches(text))
                        .as("%s on %s", expression, text)
                        .isEqualTo(java.util.regex.Pattern.compile(expression, java.util.regex.Pattern.CASE_INSENSITIVE)
                                .matcher(text)
                                .matches());
            }
        }
    }
}

package dev.breakwater.central.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.platform.FilterExpression.Comparison;
import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterExpressionProperties {

    @Property
    void whatIsPrintedParsesToTheSame(@ForAll("expressions") FilterExpression filter) {
        assertThat(FilterExpression.parse(filter.toString())).isEqualTo(filter);
    }

    @Property(tries = 5000)
    void anyTextParsesOrIsRefused(@ForAll("hostile") String text) {
        Optional<FilterExpression> parsed = parsed(text);
        parsed.ifPresent(
                filter -> assertThat(FilterExpression.parse(filter.toString())).isEqualTo(filter));
    }

    @Property
    void whatIsParsedIsBounded(@ForAll("hostile") String text) {
        parsed(text.repeat(60)).ifPresent(filter -> {
            assertThat(filter.terms()).hasSizeLessThanOrEqualTo(FilterExpression.MAX_PARTS);
            assertThat(filter.terms())
                    .allSatisfy(term -> assertThat(term.values()).hasSizeBetween(1, FilterExpression.MAX_PARTS));
            assertThat(filter.terms().stream()
                            .flatMap(term -> term.values().stream())
                            .mapToInt(value -> value.text().length())
                            .sum())
                    .isLessThanOrEqualTo(FilterExpression.MAX_LENGTH);
        });
    }

    @Property
    void anAddedTermKeepsWhatWasThere(
            @ForAll("expressions") FilterExpression filter, @ForAll("quotable") String value) {
        FilterExpression more =
                FilterExpression.parse(filter.and("Cluster", value).toString());
        assertThat(more.terms().subList(0, filter.terms().size())).isEqualTo(filter.terms());
        assertThat(more.terms().getLast().field()).isEqualTo("cluster");
        assertThat(more.terms().getLast().values().getFirst().text()).isEqualTo(value);
        assertThat(more.terms().getLast().values().getFirst().isPattern()).isFalse();
    }

    @Example
    void readsTheGrammar() {
        assertThat(FilterExpression.parse(
                                "severity:critical namespace:pay*,Shop !policy:\"Latest \\\"tag\\\"\" risk:>=5 web")
                        .terms())
                .containsExactly(
                        new Term("severity", false, values("critical", false)),
                        new Term(
                                "namespace",
                                false,
                                List.of(
                                        new Value(Comparison.EQUAL, "pay*", false),
                                        new Value(Comparison.EQUAL, "Shop", false))),
                        new Term("policy", true, values("Latest \"tag\"", true)),
                        new Term("risk", false, List.of(new Value(Comparison.GREATER_OR_EQUAL, "5", false))),
                        new Term("", false, values("web", false)));
    }

    @Example
    void keepsAPatternWhenAShortFormIsJoined() {
        assertThat(FilterExpression.parse("namespace:pay*").and("cluster", "c1").toString())
                .isEqualTo("namespace:pay* cluster:c1");
    }

    @Example
    void keepsAStarInQuotesLiteral() {
        assertThat(FilterExpression.parse("name:\"a*\"").toString()).isEqualTo("name:\"a*\"");
    }

    @Example
    void takesAColonInAValue() {
        Term term = FilterExpression.parse("image:registry.example:5000/nginx:1.2*")
                .terms()
                .getFirst();
        assertThat(term.values().getFirst().text()).isEqualTo("registry.example:5000/nginx:1.2*");
    }

    @Example
    void namesThePlaceThatItCannotRead() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> FilterExpression.parse("severity:high name:\"web"))
                .withMessageContaining("a closing quote (at character 24)");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> FilterExpression.parse("severity:"))
                .withMessageContaining("an empty one is written \"\"");
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> FilterExpression.parse("9x:1"));
    }

    @Example
    void refusesMoreThanItsBounds() {
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> FilterExpression.parse("a".repeat(2001)));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> FilterExpression.parse("a ".repeat(51)))
                .withMessageContaining("at most 50 terms");
        String values = IntStream.range(0, 51).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> FilterExpression.parse("name:" + values))
                .withMessageContaining("at most 50 values");
    }

    @Provide
    Arbitrary<FilterExpression> expressions() {
        return FilterArbitraries.expression();
    }

    @Provide
    Arbitrary<String> hostile() {
        return FilterArbitraries.hostileText();
    }

    @Provide
    Arbitrary<String> quotable() {
        return FilterArbitraries.quotableText();
    }

    private static Optional<FilterExpression> parsed(String text) {
        try {
            return Optional.of(FilterExpression.parse(text));
        } catch (InvalidRequest e) {
            assertThat(e.field()).isEqualTo("q");
            return Optional.empty();
        }
    }

    private static List<Value> values(String text, boolean literal) {
        return List.of(new Value(Comparison.EQUAL, text, literal));
    }
}

package dev.breakwater.central.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.central.platform.FilterExpression.Term;
import dev.breakwater.central.platform.FilterExpression.Value;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ListSqlProperties {

    private static final ListDefinition<String> LIST = ListDefinition.<String>of("things")
            .select("t.*")
            .from("things t")
            .scopedBy("t.cluster_id", "t.namespace")
            .id("t.id", KeyType.ID)
            .term(Conditions.text("name", "name", "t.name"))
            .term(Conditions.words("severity", "severity", "t.severity", severities()))
            .term(Conditions.number("risk", "risk", "t.risk"))
            .term(Conditions.age("age", "age", "t.at"))
            .term(Conditions.flag("platform", "platform", "t.platform"))
            .term(Conditions.label("label", "label", "t.labels"))
            .term(Conditions.nameOrId("cluster", "cluster", "c.name", "t.cluster_id"))
            .term(Conditions.namespace("t.namespace", "t.cluster_id"))
            .searches("t.name")
            .sort("name", "t.name", KeyType.TEXT)
            .sort("risk", "t.risk", KeyType.NUMBER)
            .defaultSort("-risk")
            .row(row -> row.getString("name"));

    /** Text reaches SQL as parameters only: the statement is made of our own characters, whatever the filter says. */
    @Property(tries = 3000)
    void noTextOfAFilterIsInTheStatement(@ForAll("fieldsAndValues") FilterExpression filter) {
        ListSql sql = new ListSql(LIST);
        try {
            String where = sql.where(filter, AccessScope.EVERYTHING);
            assertThat(where).doesNotContain("zq").matches("[a-z0-9_.,:()=<>'% -]*");
        } catch (InvalidRequest e) {
            assertThat(e.field()).startsWith("q");
        }
    }

    @Property(tries = 2000)
    void anySortIsUsedOrRefused(@ForAll("sorts") String sort) {
        ListSql sql = new ListSql(LIST);
        try {
            assertThat(sql.orderOf(sort)).hasSizeBetween(2, 5);
        } catch (InvalidRequest e) {
            assertThat(e.field()).isEqualTo("sort");
        }
    }

    @Property(tries = 3000)
    void anyTokenIsReadOrRefused(@ForAll("hostile") String token) {
        try {
            assertThat(PageToken.read(token, "things", "", "", 2)).hasSize(2);
        } catch (InvalidRequest e) {
            assertThat(e.field()).isEqualTo("pageToken");
        }
    }

    @Property
    void tokensKeepAnyKeys(@ForAll("quotable") String first, @ForAll("quotable") String second) {
        String token = PageToken.of("things", "q", "name", List.of(first, second));
        assertThat(PageToken.read(token, "things", "q", "name", 2)).containsExactly(first, second);
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> PageToken.read(token, "others", "q", "name", 2));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> PageToken.read(token, "things", "q2", "name", 2));
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> PageToken.read(token, "things", "q", "-name", 2));
    }

    @Example
    void namesTheFieldsThatThereAre() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> new ListSql(LIST).where(FilterExpression.parse("colour:red"), AccessScope.EVERYTHING))
                .withMessageContaining("name, severity, risk, age, platform, label, cluster, namespace");
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> new ListSql(LIST).orderOf("colour"))
                .withMessageContaining("name, risk");
    }

    @Example
    void takesNoComparisonWithoutAField() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> new ListSql(LIST).where(FilterExpression.parse(">5"), AccessScope.EVERYTHING));
    }

    @Example
    void takesOnlyAWholeIdForAnId() {
        ListSql sql = new ListSql(LIST);
        assertThat(sql.where(FilterExpression.parse("cluster:1-1-1-1-1"), AccessScope.EVERYTHING))
                .doesNotContain("t.cluster_id");
    }

    @Example
    void seesNothingByAnEmptyScope() {
        AccessScope nothing = new AccessScope(false, Set.of(), Set.of());
        assertThat(new ListSql(LIST).where(FilterExpression.parse(""), nothing)).isEqualTo("(true) and false");
    }

    @Provide
    Arbitrary<FilterExpression> fieldsAndValues() {
        Arbitrary<String> field = Arbitraries.of(
                "", "name", "severity", "risk", "age", "platform", "label", "cluster", "namespace", "zqfield");
        Arbitrary<Value> value = Combinators.combine(
                        Arbitraries.of(FilterExpression.Comparison.class),
                        Arbitraries.oneOf(
                                Arbitraries.of("critical", "5", "3d", "yes", "11111111-2222-5333-8444-555555555555"),
                                FilterArbitraries.quotableText().map(text -> "zq" + text)))
                .as((comparison, text) -> new Value(comparison, text, true));
        return Combinators.combine(
                        field,
                        Arbitraries.of(true, false),
                        value.list().ofMinSize(1).ofMaxSize(3))
                .as(Term::new)
                .list()
                .ofMaxSize(4)
                .map(FilterExpression::new);
    }

    @Provide
    Arbitrary<String> sorts() {
        return Arbitraries.oneOf(
                FilterArbitraries.hostileText(),
                Arbitraries.of("name", "-name", "risk", "-risk", "RISK", " name ", "", "-")
                        .list()
                        .ofMaxSize(6)
                        .map(parts -> String.join(",", parts)));
    }

    @Provide
    Arbitrary<String> hostile() {
        return FilterArbitraries.hostileText();
    }

    @Provide
    Arbitrary<String> quotable() {
        return FilterArbitraries.quotableText();
    }

    private static Map<String, Integer> severities() {
        Map<String, Integer> words = new LinkedHashMap<>();
        words.put("critical", 4);
        words.put("high", 3);
        return words;
    }
}

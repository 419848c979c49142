package dev.breakwater.engine.policy.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.policy.Policy.Stage;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CriteriaTest {

    static List<Criterion<?>> all() {
        return Criteria.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void takesItsOwnExampleAndChoices(Criterion<?> criterion) {
        ValueGrammar grammar = criterion.card().grammar();
        criterion.condition(grammar.example());
        assertThat(card(criterion).stages().contains(Stage.DEPLOY))
                .isEqualTo(!card(criterion).level().isOfRuntime());
        if (grammar.form() != ValueGrammar.Form.ENVIRONMENT) {
            grammar.choices().forEach(criterion::condition);
        }
    }

    private static CriterionCard card(Criterion<?> criterion) {
        return criterion.card();
    }

    @ParameterizedTest
    @MethodSource("all")
    void refusesBlankAndEndlessValuesAndSaysWhatIsAllowed(Criterion<?> criterion) {
        for (String value : List.of(" ", "", "x".repeat(100_000))) {
            assertThatThrownBy(() -> criterion.condition(value))
                    .isInstanceOf(ValueRejected.class)
                    .hasMessageContaining("llowed");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItselfInASentence(Criterion<?> criterion) {
        CriterionCard card = criterion.card();
        assertThat(card.summary()).endsWith(".").hasSizeBetween(15, 250);
        assertThat(card.stages()).contains(card.level().isOfRuntime() ? Stage.RUNTIME : Stage.DEPLOY);
        assertThat(Criteria.byName(card.name().toLowerCase(Locale.ROOT))).contains(criterion);
    }

    @Test
    void namesCriteriaThatMayHaveBeenMeant() {
        assertThat(Criteria.byName("Privileged")).isEmpty();
        assertThat(Criteria.allowedFor("Privileged")).contains("Privileged Container");
        assertThat(Criteria.allowedFor("zzz"))
                .contains(String.valueOf(Criteria.all().size()));
    }
}

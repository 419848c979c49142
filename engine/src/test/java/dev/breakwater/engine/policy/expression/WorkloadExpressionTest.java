package dev.breakwater.engine.policy.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.policy.WorkloadFixture;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadExpressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workload.replicas >",
                "1 + 1",
                "'text'",
                "pods.size() > 1",
                "workload.name.matches('[')&&",
                "unknownFunction(workload)"
            })
    void refusesWhatIsNoExpressionOfTrueOrFalse(String text) {
        assertThatThrownBy(() -> WorkloadExpression.compile(text))
                .isInstanceOf(ValueRejected.class)
                .hasMessageContaining("llowed");
    }

    @Test
    void refusesWhatIsNestedTooDeeply() {
        assertThatThrownBy(() -> WorkloadExpression.compile("(".repeat(400) + "true" + ")".repeat(400)))
                .isInstanceOf(ValueRejected.class);
    }

    @Test
    void endsSoonWhateverItGoesThrough() {
        WorkloadFixture workload = WorkloadFixture.sound();
        for (int i = 0; i < 2_000; i++) {
            workload.first().ports.add(new Container.Port("p" + i, i, 0, "TCP"));
        }
        String ports = "workload.containers[0].ports";
        WorkloadExpression cubic = WorkloadExpression.compile(
                ports + ".all(a, " + ports + ".all(b, " + ports + ".all(c, a.name + b.name + c.name != 'x')))");

        org.assertj.core.api.Assertions.assertThat(workload.build()).isNotNull();
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            WorkloadExpression.Result result = cubic.test(workload.build());
            assertThat(result.answer()).isEmpty();
            assertThat(result.why()).contains("no answer");
        });
    }
}

package dev.breakwater.engine.risk.factor;

import static dev.breakwater.engine.model.Exposure.Method.EXTERNAL;
import static dev.breakwater.engine.model.Exposure.Method.HOST;
import static dev.breakwater.engine.model.Exposure.Method.INTERNAL;
import static dev.breakwater.engine.model.Exposure.Method.NODE;
import static dev.breakwater.engine.model.Exposure.Method.ROUTE;
import static dev.breakwater.engine.model.Exposure.Method.UNSET;
import static dev.breakwater.engine.risk.RiskFixtures.HARDENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.risk.FactorScore.State;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.RiskFixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceReachabilityTest {

    static Stream<Arguments> ports() {
        return Stream.of(
                arguments(List.of(EXTERNAL), 1.3),
                arguments(List.of(ROUTE), 1.3),
                arguments(List.of(NODE), 1.2),
                arguments(List.of(HOST), 1.2),
                arguments(List.of(INTERNAL), 1.1),
                arguments(List.of(UNSET, INTERNAL), 1.1),
                arguments(List.of(EXTERNAL, EXTERNAL, ROUTE, INTERNAL), 2.0),
                arguments(List.of(EXTERNAL, EXTERNAL, ROUTE, NODE), 2.0),
                arguments(List.of(EXTERNAL, EXTERNAL, ROUTE), 1.9));
    }

    @ParameterizedTest
    @MethodSource("ports")
    void addsUpHowFarPortsReach(List<Method> methods, double expected) {
        Measurement.Part part = measure(RiskFixtures.workload().exposed(methods.toArray(Method[]::new)));

        assertThat(part.multiplier()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void saysNothingOfPortsThatNoServiceLeadsTo() {
        assertThat(measure(RiskFixtures.workload().exposed(UNSET)).state()).isEqualTo(State.NOTHING_TO_SAY);
    }

    @Test
    void isCertainOfHostPortsWhenServicesCannotBeSeen() {
        Measurement.Part part = measure(RiskFixtures.workload()
                .container("web", HARDENED, List.of(new Container.Port("http", 80, 8080, "TCP")))
                .exposures(RiskFixtures.lost()));

        assertThat(part.state()).isEqualTo(State.UNKNOWN);
        assertThat(part.multiplier()).isCloseTo(1.2, within(1e-12));
        assertThat(part.fact()).isEqualTo("It could not be read.");
    }

    private static Measurement.Part measure(RiskFixtures workload) {
        return new ServiceReachability().measure(workload.input()).parts().getFirst();
    }
}

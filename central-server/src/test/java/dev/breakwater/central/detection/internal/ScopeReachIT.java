package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.namespace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.detection.ScopeReach;
import dev.breakwater.central.detection.ScopeReach.Reached;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyRejected;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The number beside a scope is that of the workloads which the engine would judge there. */
class ScopeReachIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private static ScopeReach reach;

    @BeforeAll
    static void send() {
        reach = central.bean(ScopeReach.class);
        central.send(
                namespace("pay", Map.of("env", "prod")),
                deployment("pay", "gateway"),
                deployment("pay", "ledger"),
                deployment("shop", "cart"));
    }

    @Test
    void countsEverythingWhereNothingIsSaid() {
        assertThat(of(List.of(), List.of())).isEqualTo(new Reached(3, 0, 3));
    }

    @Test
    void takesOnePlaceForEnoughAndLeavesOutWhatIsExcluded() {
        assertThat(of(
                        List.of(scope("\"pay\"", "", List.of()), scope("", "\"cart\"", List.of())),
                        List.of(scope("", "led", List.of()))))
                .isEqualTo(new Reached(2, 0, 3));
    }

    @Test
    void isUnsureWhereTheLabelsOfANamespaceAreNotKnown() {
        Reached reached = of(List.of(scope("", "", List.of("env=prod"))), List.of());

        assertThat(reached).isEqualTo(new Reached(2, 1, 3));
        assertThat(of(List.of(scope("\"pay\"", "", List.of("env=prod"))), List.of()))
                .isEqualTo(new Reached(2, 0, 3));
        assertThat(of(List.of(), List.of(scope("", "", List.of("env=prod"))))).isEqualTo(new Reached(0, 1, 3));
    }

    @Test
    void countsWhatTheReaderMaySeeOnly() {
        assertThat(reach.of(List.of(), List.of(), new AccessScope(false, java.util.Set.of(), java.util.Set.of())))
                .isEqualTo(new Reached(0, 0, 0));
    }

    @Test
    void refusesAPlaceThatCannotBeRead() {
        assertThatThrownBy(() -> of(List.of(scope("r/(", "", List.of())), List.of()))
                .isInstanceOf(PolicyRejected.class);
    }

    private static Reached of(List<Scope> scopes, List<Scope> exclusions) {
        return reach.of(scopes, exclusions, AccessScope.EVERYTHING);
    }

    private static Scope scope(String namespace, String workload, List<String> namespaceLabels) {
        return new Scope("", namespace, workload, List.of(), namespaceLabels);
    }
}

package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each namespace of the node is asked for by itself. */
class HostNamespacesTest {

    @Test
    void everyVersionOfTheBenchmarkAsksEachNamespaceItsOwnFact() {
        for (String version : List.of("1.10", "1.11", "1.12")) {
            Standard benchmark = Standards.byId("cis-kubernetes-" + version).orElseThrow();
            assertThat(checks(benchmark, "5.2.3")).containsExactly("host-pid-not-shared");
            assertThat(checks(benchmark, "5.2.4")).containsExactly("host-ipc-not-shared");
            assertThat(checks(benchmark, "5.2.5")).containsExactly("host-net-not-shared");
        }
    }

    private static List<String> checks(Standard standard, String control) {
        return standard.control(control).orElseThrow().checks();
    }
}

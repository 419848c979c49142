package dev.breakwater.central.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.testing.CentralDatabase;
import dev.breakwater.contracts.v1.DeclaredPolicies;
import dev.breakwater.contracts.v1.DeclaredPolicy;
import dev.breakwater.contracts.v1.SensorMessage;
import dev.breakwater.contracts.v1.SourceReport;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a sensor says of the policies that its cluster declares, over the real link. */
class DeclaredPoliciesLinkIT {

    @RegisterExtension
    static final CentralDatabase database = CentralDatabase.fresh();

    private static RunningFleet central;

    @BeforeAll
    static void start() {
        central = RunningFleet.start(database);
    }

    @AfterAll
    static void stop() {
        central.close();
    }

    @Test
    void gathersTheChunksAndShowsWhatIsRefusedUntilItIsMended() {
        try (TestSensor sensor = central.enrolled("declaring")) {
            TestStream stream = sensor.connect();
            stream.open("instance-1");
            stream.awaitAcknowledged(stream.synced(1));
            stream.send(declared(false, policy("a", "{}")));
            stream.send(declared(true, policy("b", "broken")));
            // A report of the sensor's own sight takes nothing away from what central found.
            stream.send(SensorMessage.newBuilder()
                    .setSourceReport(SourceReport.getDefaultInstance())
                    .build());
            stream.awaitAcknowledged(stream.batch("declaring", LinkIT.namespace("shop")));

            ScriptedDeclarations.Taken taken = taken("declaring");
            assertThat(taken.policies())
                    .extracting(PolicyDeclarations.Declared::name)
                    .containsExactly("a", "b");
            assertThat(taken.whole()).isTrue();
            assertThat(problems("declaring")).containsExactly("SecurityPolicy shop/b: /severity is \"broken\".");

            stream.send(declared(true, policy("b", "{}")));
            stream.awaitAcknowledged(stream.batch("declaring", LinkIT.namespace("bank")));
            assertThat(problems("declaring")).isEmpty();
            stream.complete();
        }
    }

    @Test
    void endsTheStreamOfASensorThatSendsMoreThanItMay() {
        try (TestSensor sensor = central.enrolled("greedy")) {
            TestStream stream = sensor.connect();
            stream.open("instance-1");
            stream.send(declared(true, policy("large", "x".repeat(PolicyDeclarations.LONGEST + 1))));
            assertThat(stream.awaitEnd().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);

            TestStream many = sensor.connect();
            many.open("instance-2");
            DeclaredPolicies.Builder all = DeclaredPolicies.newBuilder();
            for (int i = 0; i <= PolicyDeclarations.MOST; i++) {
                all.addPolicies(policy("p" + i, "{}"));
            }
            many.send(SensorMessage.newBuilder().setDeclaredPolicies(all).build());
            assertThat(many.awaitEnd().getDescription()).contains("more than 500");
        }
    }

    private static DeclaredPolicy policy(String name, String document) {
        return DeclaredPolicy.newBuilder()
                .setNamespace("shop")
                .setName(name)
                .setDocument(document)
                .build();
    }

    private static SensorMessage declared(boolean last, DeclaredPolicy... policies) {
        return SensorMessage.newBuilder()
                .setDeclaredPolicies(DeclaredPolicies.newBuilder()
                        .addAllPolicies(List.of(policies))
                        .setLast(last))
                .build();
    }

    private static ClusterView view(String cluster) {
        return central.clusters().get(cluster, AccessScope.EVERYTHING);
    }

    private static ScriptedDeclarations.Taken taken(String cluster) {
        return ((ScriptedDeclarations) central.bean(PolicyDeclarations.class))
                .last()
                .get(view(cluster).cluster().id());
    }

    private static List<String> problems(String cluster) {
        return view(cluster).problems().stream()
                .map(problem -> problem.place() + ": " + problem.detail())
                .toList();
    }
}

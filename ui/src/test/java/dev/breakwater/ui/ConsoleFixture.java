package dev.breakwater.ui;

import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.testing.CentralDatabase;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A small fleet in the database of a running product, sent through the real stages: stored, judged, scored. */
@TestComponent
public class ConsoleFixture {

    static final CentralDatabase DATABASE = CentralDatabase.fresh();
    static final String PASSWORD = "a-password-for-tests-1";
    static final int WORKLOADS = 12;

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final List<BatchStage> stages;
    private final TransactionTemplate transaction;

    ConsoleFixture(ObjectProvider<BatchStage> stages, TransactionTemplate transaction) {
        this.stages = stages.orderedStream().toList();
        this.transaction = transaction;
    }

    /** Sends the fleet, once for all tests of the JVM. */
    public synchronized void send() {
        if (jdbc.sql("select exists (select 1 from clusters)")
                .query(Boolean.class)
                .single()) {
            return;
        }
        jdbc.sql("insert into clusters (id, name, created_at, created_by, first_synced_at, synced_at, last_contact_at)"
                        + " values (?, ?, now(), 'test', now(), now(), now())")
                .param(JudgingCentral.CLUSTER)
                .param(JudgingCentral.CLUSTER_NAME)
                .update();
        for (ObjectKind kind : ObjectKind.values()) {
            jdbc.sql("insert into cluster_coverage values (?, ?, ?, '', now())")
                    .param(JudgingCentral.CLUSTER)
                    .param(kind.name())
                    .param(kind == ObjectKind.SECRET ? "FORBIDDEN" : "SEEN")
                    .update();
        }
        List<ClusterObject> objects = new ArrayList<>();
        objects.add(ClusterObjects.namespace("payments", Map.of("env", "prod")));
        objects.add(ClusterObjects.account("payments", "default"));
        objects.add(new Node(
                ObjectMeta.of("", "worker-1"),
                List.of("worker"),
                "Debian GNU/Linux 12",
                "6.1.0",
                "containerd://1.7.2",
                "v1.31.1",
                "amd64",
                "machine",
                List.of(),
                List.of(),
                List.of(new Node.Condition("Ready", "True", "")),
                false));
        objects.add(new Secret(ObjectMeta.of("payments", "db"), "Opaque", List.of("password"), List.of(), List.of()));
        objects.add(ClusterObjects.clusterAdmin());
        objects.add(ClusterObjects.bind(
                "all-may", "cluster-admin", new RoleBinding.Subject("ServiceAccount", "payments", "default")));
        for (int i = 1; i <= WORKLOADS; i++) {
            objects.add(ClusterObjects.deployment(
                    "payments", "svc-" + i, "registry.example.com/svc-" + i + ":latest", i == 1));
        }
        objects.add(ClusterObjects.loadBalancer("payments", "front", "svc-1"));
        receive(objects);
    }

    /** One more workload of the fleet, as its sensor would send it. */
    void add(String name) {
        receive(List.of(ClusterObjects.deployment("payments", name)));
    }

    private void receive(List<ClusterObject> objects) {
        transaction.executeWithoutResult(status -> {
            ReceivedBatch batch = new ReceivedBatch(
                    JudgingCentral.CLUSTER,
                    JudgingCentral.CLUSTER_NAME,
                    JudgingCentral.received(objects),
                    List.of(),
                    Instant.now(),
                    "test");
            stages.forEach(stage -> stage.apply(batch));
        });
    }

    /** Of the administrator. */
    public String password() {
        return PASSWORD;
    }

    /** The name of its cluster. */
    public String cluster() {
        return JudgingCentral.CLUSTER_NAME;
    }

    /** The gravest open violation of one of its workloads. */
    public UUID violation(String workload) {
        return jdbc.sql(
                        "select id from violations where workload_name = ? and state = 'OPEN' order by severity desc, id limit 1")
                .param(workload)
                .query(UUID.class)
                .single();
    }

    /** The policy that found it. */
    public UUID policyOf(UUID violation) {
        return jdbc.sql("select policy_id from violations where id = ?")
                .param(violation)
                .query(UUID.class)
                .single();
    }

    /** The id of one of its workloads. */
    public static UUID workload(String name) {
        return JudgingCentral.idOf(ClusterObjects.deployment("payments", name));
    }
}

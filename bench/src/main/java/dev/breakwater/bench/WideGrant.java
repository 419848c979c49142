package dev.breakwater.bench;

import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.sensor.facts.Fact;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One message that reaches every workload of a cluster: a ClusterRoleBinding for all service accounts. */
final class WideGrant {

    private static final Duration SETTLED = Duration.ofMinutes(10);
    private static final String ROLE = "bench-secret-reader";

    private final BenchDatabase database;

    WideGrant(BenchDatabase database) {
        this.database = database;
    }

    /** Seconds from the binding at the sensor until no workload waits for its judgement; the stream has to be synced. */
    double measure(CentralApi.Cluster cluster, FleetSource source) throws InterruptedException, SQLException {
        Role role = new Role(
                ObjectMeta.of("", ROLE),
                List.of(new Role.Rule(List.of(""), List.of("secrets"), List.of(), List.of("get", "list"), List.of())),
                List.of());
        source.facts().put(Fact.of(cluster.name(), role));
        awaitStored(role.key().idIn(cluster.name()).toString());
        RoleBinding binding = new RoleBinding(
                ObjectMeta.of("", ROLE),
                "ClusterRole",
                ROLE,
                List.of(new RoleBinding.Subject("Group", "", "system:serviceaccounts")));
        long start = System.nanoTime();
        source.facts().put(Fact.of(cluster.name(), binding));
        awaitStored(binding.key().idIn(cluster.name()).toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        long before = database.number(
                BenchDatabase.CENTRAL,
                "select count(*) from judgements where fact_revision < (select max(revision) from cluster_objects)");
        if (before > 0) {
            throw new IllegalStateException(before + " workloads were not judged with the binding");
        }
        return seconds;
    }

    private void awaitStored(String id) throws InterruptedException {
        Await.until(
                "the object is stored and nothing waits",
                SETTLED,
                () -> database.number(
                                BenchDatabase.CENTRAL,
                                "select case when exists (select 1 from cluster_objects where id = '" + id
                                        + "') and not exists (select 1 from judgement_due where due_at <= now()) then"
                                        + " 1 else 0 end")
                        == 1);
    }
}

package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.bind;
import static dev.breakwater.central.testing.ClusterObjects.clusterAdmin;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.RoleBinding.Subject;
import dev.breakwater.engine.model.WorkloadSpec;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class WideBindingIT {

    private static final Logger LOG = LoggerFactory.getLogger(WideBindingIT.class);
    private static final int WORKLOADS = 4000;

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.working();

    @Test
    void oneClusterRoleBindingOverFourThousandWorkloadsSettles() {
        List<WorkloadSpec> fleet = new ArrayList<>();
        for (int i = 0; i < WORKLOADS; i++) {
            fleet.add(deployment("ns" + i / 20, "w" + i, "registry.example.com/w" + i % 50 + ":1", false));
        }
        central.send(clusterAdmin());
        central.send(fleet);
        assertThat(administrators()).isZero();

        long started = System.nanoTime();
        central.send(bind("everybody", "cluster-admin", new Subject("Group", "", "system:serviceaccounts")));
        JudgingCentral.await(() -> administrators() == WORKLOADS);

        LOG.info("one binding over {} workloads settled: ms={}", WORKLOADS, (System.nanoTime() - started) / 1_000_000);
        JudgingCentral.await(() -> central.jdbc()
                        .sql("select count(*) from judgement_due where due_at <= ?")
                        .param(Timestamp.from(central.clock().instant()))
                        .query(Long.class)
                        .single()
                == 0);
    }

    private static long administrators() {
        return central.jdbc()
                .sql(
                        "select count(*) from violations where policy_name = 'Cluster administrator account' and state = 'OPEN'")
                .query(Long.class)
                .single();
    }
}

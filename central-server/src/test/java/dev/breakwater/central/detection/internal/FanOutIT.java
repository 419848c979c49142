package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.account;
import static dev.breakwater.central.testing.ClusterObjects.bind;
import static dev.breakwater.central.testing.ClusterObjects.clusterAdmin;
import static dev.breakwater.central.testing.ClusterObjects.denyAll;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.loadBalancer;
import static dev.breakwater.central.testing.ClusterObjects.namespace;
import static dev.breakwater.central.testing.ClusterObjects.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding.Subject;
import dev.breakwater.engine.model.WorkloadSpec;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FanOutIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private final WorkloadSpec shop = deployment("shop", "web", "registry.example.com/web:1", false, "web");
    private final WorkloadSpec other = deployment("shop", "db", "registry.example.com/db:1", false, "db");
    private final WorkloadSpec elsewhere = deployment("blog", "web", "registry.example.com/web:1", false, "web");

    @BeforeEach
    void fleet() {
        central.send(namespace("shop", Map.of()), namespace("blog", Map.of()), clusterAdmin());
        central.send(account("shop", "web"), account("shop", "db"), account("blog", "web"));
        central.send(shop, other, elsewhere);
        drain();
    }

    @Test
    void serviceMarksOnlyTheWorkloadsThatItSelects() {
        central.send(loadBalancer("shop", "web", "web"));
        assertThat(due()).containsExactly("shop/web: Service shop/web was created");

        drain();
        assertThat(exposure(shop)).isEqualTo("EXTERNAL");
        assertThat(exposure(elsewhere)).isEqualTo("UNSET");

        central.send(loadBalancer("shop", "web", "db"));
        assertThat(due())
                .containsExactlyInAnyOrder(
                        "shop/web: Service shop/web was changed", "shop/db: Service shop/web was changed");
        central.remove(loadBalancer("shop", "web", "db"));
        drain();
        assertThat(exposure(shop)).isEqualTo("UNSET");
    }

    @Test
    void bindingMarksTheWorkloadsOfItsAccounts() {
        central.send(bind("ops", "cluster-admin", new Subject("ServiceAccount", "shop", "db")));
        assertThat(due()).containsExactly("shop/db: ClusterRoleBinding ops was created");
        drain();
        assertThat(open(other)).contains("Cluster administrator account");

        central.send(bind("ops", "cluster-admin", new Subject("User", "", "system:serviceaccount:blog:web")));
        drain();
        assertThat(open(other)).doesNotContain("Cluster administrator account");
        assertThat(open(elsewhere)).contains("Cluster administrator account");

        central.send(bind("ops", "cluster-admin", new Subject("Group", "", "system:serviceaccounts:shop")));
        drain();
        assertThat(open(shop)).contains("Cluster administrator account");
        assertThat(open(elsewhere)).doesNotContain("Cluster administrator account");

        central.remove(bind("ops", "cluster-admin"));
        drain();
        assertThat(open(shop)).doesNotContain("Cluster administrator account");
    }

    @Test
    void roleMarksWhomItsBindingsReach() {
        central.send(bind("late", "late-role", new Subject("ServiceAccount", "shop", "web")));
        drain();
        central.send(new Role(ObjectMeta.of("", "late-role"), clusterAdmin().rules(), List.of()));
        assertThat(due()).containsExactly("shop/web: ClusterRole late-role was created");
        central.remove(bind("late", "late-role"));
        drain();
    }

    @Test
    void networkPolicyMarksItsNamespace() {
        central.send(loadBalancer("blog", "web", "web"), loadBalancer("shop", "front", "web"));
        drain();
        assertThat(open(elsewhere)).contains("Reachable from outside without a network policy");
        central.send(denyAll("blog"));
        assertThat(due()).containsExactly("blog/web: NetworkPolicy blog/deny-all was created");
        drain();
        assertThat(open(elsewhere)).doesNotContain("Reachable from outside without a network policy");
        assertThat(open(shop)).contains("Reachable from outside without a network policy");
        central.remove(loadBalancer("blog", "web", "web"), loadBalancer("shop", "front", "web"), denyAll("blog"));
        drain();
    }

    @Test
    void namespaceLabelsGiveItsWorkloadsTheirTeam() {
        central.send(namespace("blog", Map.of("team", "writers")));
        drain();

        assertThat(central.jdbc()
                        .sql("select team from workloads where id = ?")
                        .param(JudgingCentral.idOf(elsewhere))
                        .query(String.class)
                        .single())
                .isEqualTo("writers");
        assertThat(central.jdbc()
                        .sql("select distinct team from violations where workload_id = ?")
                        .param(JudgingCentral.idOf(elsewhere))
                        .query(String.class)
                        .list())
                .containsExactly("writers");
    }

    @Test
    void podsMarkTheirWorkloadOnlyIfTheyRunAnotherImage() {
        Digest first = new Digest("sha256:" + "a".repeat(64));
        central.send(pod(other, "db-1", first));
        assertThat(due()).containsExactly("shop/db: its pods run another image now");
        drain();
        central.send(pod(other, "db-2", first));
        assertThat(due()).isEmpty();
        central.send(pod(other, "db-2", new Digest("sha256:" + "b".repeat(64))));
        assertThat(due()).hasSize(1);
        drain();
        assertThat(central.jdbc()
                        .sql("select count(*) from workload_images where workload_id = ?")
                        .param(JudgingCentral.idOf(other))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatIsMarkedButTheSameKeepsItsVerdicts() {
        String judgedAt = judgedAt(shop);
        central.clock().advance(Duration.ofHours(1));
        central.send(loadBalancer("shop", "nothing", "nobody"));
        central.send(account("shop", "unused"));
        assertThat(due()).isEmpty();
        central.jdbc()
                .sql("update judgement_due set due_at = now() - interval '1 year'")
                .update();
        central.send(bind("nothing", "no-such-role", new Subject("ServiceAccount", "shop", "web")));
        drain();
        assertThat(judgedAt(shop)).isEqualTo(judgedAt);
    }

    private static void drain() {
        DueJudgement due = central.bean(DueJudgement.class);
        while (due.judgeSome(100) > 0) {
            // until nothing is due
        }
    }

    private static Set<String> due() {
        return Set.copyOf(central.jdbc()
                .sql("select w.namespace || '/' || w.name || ': ' || d.cause from judgement_due d"
                        + " join workloads w on w.id = d.workload_id where d.due_at <= ?")
                .param(Timestamp.from(central.clock().instant()))
                .query(String.class)
                .list());
    }

    private static String exposure(WorkloadSpec spec) {
        return single("select exposure from judgements where workload_id = ?", spec);
    }

    private static String judgedAt(WorkloadSpec spec) {
        return single("select judged_at::text from judgements where workload_id = ?", spec);
    }

    private static String single(String sql, WorkloadSpec spec) {
        return central.jdbc()
                .sql(sql)
                .param(JudgingCentral.idOf(spec))
                .query(String.class)
                .single();
    }

    private static List<String> open(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select policy_name from violations where workload_id = ? and state = 'OPEN'")
                .param(JudgingCentral.idOf(spec))
                .query(String.class)
                .list();
    }
}

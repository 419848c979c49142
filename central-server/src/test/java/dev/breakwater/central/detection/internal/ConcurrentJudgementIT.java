package dev.breakwater.central.detection.internal;

import static dev.breakwater.central.testing.ClusterObjects.bind;
import static dev.breakwater.central.testing.ClusterObjects.clusterAdmin;
import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.loadBalancer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.images.ImageFacts;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.engine.model.RoleBinding.Subject;
import dev.breakwater.engine.model.WorkloadSpec;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches, workers, policy edits and facts of images at once: nobody waits in a circle, and what is said last holds. */
class ConcurrentJudgementIT {

    private static final int WORKLOADS = 120;
    private static final int ROUNDS = 8;

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.working();

    @Test
    void everybodyWritesAtOnceAndTheLastStateHolds() throws Exception {
        central.send(clusterAdmin());
        central.send(fleet(0));
        UUID policy = policy("Image tag latest");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = List.of(
                    threads.submit(rounds(round -> central.send(fleet(round)))),
                    threads.submit(rounds(round -> {
                        central.send(loadBalancer("busy", "front", "w" + round));
                        central.send(bind("wide", "cluster-admin", subject(round)));
                    })),
                    threads.submit(rounds(round -> {
                        central.bean(Policies.class).disable(policy);
                        central.bean(Policies.class).enable(policy);
                    })),
                    threads.submit(rounds(round -> images().forEach(image -> central.bean(ImageFacts.class)
                            .record(
                                    image,
                                    new ImageFacts.Told(
                                            central.clock().instant(), "1000", Map.of(), "pipeline " + round))))));
            for (Future<?> one : all) {
                one.get();
            }
        }
        JudgingCentral.await(() -> waiting() == 0);

        assertThat(open("Privileged container")).isEqualTo(WORKLOADS / 2);
        assertThat(open("Cluster administrator account")).isEqualTo(WORKLOADS);
        assertThat(open("Image tag latest")).isEqualTo(WORKLOADS);
    }

    private interface Round {
        void run(int number);
    }

    private static Callable<Void> rounds(Round round) {
        return () -> {
            for (int i = 1; i <= ROUNDS; i++) {
                round.run(i);
            }
            return null;
        };
    }

    /** In each round other halves are privileged; in the last one those with an even number. */
    private static List<WorkloadSpec> fleet(int round) {
        List<WorkloadSpec> fleet = new ArrayList<>();
        for (int i = 0; i < WORKLOADS; i++) {
            fleet.add(deployment("busy", "w" + i, "registry.example.com/w" + i % 5, (i + round) % 2 == 0));
        }
        return fleet;
    }

    /** In the last round everybody. */
    private static Subject subject(int round) {
        return round == ROUNDS
                ? new Subject("Group", "", "system:serviceaccounts")
                : new Subject("ServiceAccount", "busy", "account" + round);
    }

    private static UUID policy(String name) {
        return central.bean(Policies.class).list().stream()
                .filter(stored -> stored.policy().name().equals(name))
                .findFirst()
                .orElseThrow()
                .policy()
                .id();
    }

    private static List<UUID> images() {
        return central.jdbc()
                .sql("select id from images order by id")
                .query(UUID.class)
                .list();
    }

    private static long waiting() {
        return central.jdbc()
                .sql("select count(*) from judgement_due where due_at <= ?")
                .param(Timestamp.from(central.clock().instant()))
                .query(Long.class)
                .single();
    }

    private static long open(String policy) {
        return central.jdbc()
                .sql("select count(*) from violations where policy_name = ? and state = 'OPEN'")
                .param(policy)
                .query(Long.class)
                .single();
    }
}

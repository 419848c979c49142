package dev.breakwater.central.fleet.internal.batch;

import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the stages over a batch in one transaction, each with its timer {@code breakwater.batch.stage}. */
@Component
class BatchRunner {

    private record Cluster(String name, boolean revoked) {}

    private final Map<BatchStage, Timer> stages = new LinkedHashMap<>();
    private final JdbcClient jdbc;
    private final ObjectProblems problems;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BatchRunner(
            ObjectProvider<BatchStage> stages,
            JdbcClient jdbc,
            ObjectProblems problems,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        stages.orderedStream()
                .forEach(stage -> this.stages.put(
                        stage,
                        Timer.builder("breakwater.batch.stage")
                                .description("Time that a stage takes for a batch")
                                .tag("stage", stage.name())
                                .register(meters)));
        this.jdbc = jdbc;
        this.problems = problems;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** When it returns, the batch is committed. */
    void run(UUID clusterId, DecodedBatch batch) {
        transaction.executeWithoutResult(status -> apply(clusterId, batch));
    }

    /** Records, in a transaction of its own, objects that cannot be processed. */
    void recordProblems(UUID clusterId, List<ObjectProblem> found) {
        transaction.executeWithoutResult(status -> problems.record(clusterId, found));
    }

    private void apply(UUID clusterId, DecodedBatch batch) {
        Cluster cluster = jdbc.sql("select name, revoked_at from clusters where id = :id for key share")
                .param("id", clusterId)
                .query((row, number) -> new Cluster(row.getString("name"), row.getTimestamp("revoked_at") != null))
                .optional()
                .filter(c -> !c.revoked())
                .orElseThrow(ClusterCutOff::new);
        ReceivedBatch received = new ReceivedBatch(
                clusterId,
                cluster.name(),
                batch.upserts(),
                own(clusterId, batch.removals()),
                clock.instant(),
                batch.correlationId());
        stages.forEach((stage, timer) -> timer.record(() -> stage.apply(received)));
        List<UUID> settled = new ArrayList<>(batch.removals());
        batch.upserts().stream().map(ReceivedObject::id).forEach(settled::add);
        problems.clear(clusterId, settled);
        problems.record(clusterId, batch.unreadable());
    }

    // An id tells no cluster: without this, a sensor could remove another cluster's objects.
    private List<UUID> own(UUID clusterId, List<UUID> removals) {
        if (removals.isEmpty()) {
            return removals;
        }
        return jdbc.sql("select id from cluster_objects where cluster_id = :cluster and id = any(:ids)")
                .param("cluster", clusterId)
                .param("ids", removals.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}

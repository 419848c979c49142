package dev.breakwater.central.fleet.internal.batch;

import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.fleet.internal.LinkProperties;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.Transience;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings a batch into the database whatever is in it. Failures that pass are tried again; a batch that fails for good is
 * halved until the object that fails alone is found: it is recorded as a problem of its cluster and left out, so that one
 * object does not stop all that come after it.
 */
@Component
public class BatchReceiver {

    private static final Logger log = LoggerFactory.getLogger(BatchReceiver.class);

    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 50;

    private final BatchRunner runner;
    private final Semaphore connections;
    private final Counter leftOut;
    private final Counter retried;

    BatchReceiver(BatchRunner runner, LinkProperties properties, MeterRegistry meters) {
        this.runner = runner;
        this.connections = new Semaphore(properties.maxConcurrentBatches(), true);
        this.leftOut = Counter.builder("breakwater.batch.objects.left.out")
                .description("Objects that could not be read or processed")
                .register(meters);
        this.retried = Counter.builder("breakwater.batch.retries")
                .description("Batches tried again after a failure that passes")
                .register(meters);
    }

    /**
     * Stores and judges a batch. When it returns, everything but its problems is committed.
     *
     * @throws ClusterCutOff if the cluster is revoked or gone
     * @throws CentralUnavailable if the database did not take it after several attempts; nothing may be acknowledged
     */
    public void receive(UUID clusterId, DecodedBatch batch) {
        try (Correlation.Handle ignored = Correlation.use(batch.correlationId())) {
            leftOut.increment(batch.unreadable().size());
            runOrHalve(clusterId, batch);
        }
    }

    private void runOrHalve(UUID clusterId, DecodedBatch batch) {
        try {
            retrying(() -> runner.run(clusterId, batch));
        } catch (ClusterCutOff | CentralUnavailable e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (batch.size() > 1) {
                runOrHalve(clusterId, batch.half(true));
                runOrHalve(clusterId, batch.half(false));
            } else {
                leaveOut(clusterId, batch, e);
            }
        }
    }

    private void leaveOut(UUID clusterId, DecodedBatch batch, Throwable failure) {
        String errorId = Correlation.newId();
        ObjectProblem problem = batch.upserts().isEmpty()
                ? new ObjectProblem(
                        batch.removals().isEmpty() ? null : batch.removals().getFirst(),
                        "removal of an object",
                        "could not be processed (error " + errorId + ")")
                : problemOf(batch.upserts().getFirst(), errorId);
        log.error(
                "object left out after it failed alone: cluster={} object={} error={}",
                clusterId,
                problem.objectId(),
                errorId,
                failure);
        leftOut.increment();
        List<ObjectProblem> problems = new ArrayList<>(batch.unreadable());
        problems.add(problem);
        retrying(() -> runner.recordProblems(clusterId, problems));
    }

    private static ObjectProblem problemOf(ReceivedObject object, String errorId) {
        return new ObjectProblem(
                object.id(), object.object().key().toString(), "could not be processed (error " + errorId + ")");
    }

    private void retrying(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                withConnection(work);
                return;
            } catch (RuntimeException e) {
                if (!Transience.isTransient(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw new CentralUnavailable(e);
                }
                retried.increment();
                pause(attempt);
            }
        }
    }

    private void withConnection(Runnable work) {
        try {
            connections.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CentralUnavailable(e);
        }
        try {
            work.run();
        } finally {
            connections.release();
        }
    }

    private static void pause(int attempt) {
        long most = FIRST_PAUSE_MILLIS << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CentralUnavailable(e);
        }
    }
}

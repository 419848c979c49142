package dev.breakwater.central.fleet;

/**
 * A step that every received batch goes through, in the order of Spring's {@code @Order}, within the one transaction after
 * whose commit the batch is acknowledged. A stage must be idempotent: a batch that was committed but not acknowledged
 * comes again. Stages are an interface of {@code fleet} so that higher capabilities plug in without being seen.
 */
public interface BatchStage {

    /** The order of {@code inventory}, which stores. */
    int STORE = 100;

    /** The order of {@code detection}, which assembles and judges. */
    int JUDGE = 200;

    /** Name of the stage's timer. */
    String name();

    void apply(ReceivedBatch batch);
}

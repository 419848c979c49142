package dev.breakwater.central.detection;

import dev.breakwater.engine.policy.Judgement;

/**
 * Asks each workload something of its own while its policies are judged, so that what was read for them need not be read again.
 * The answer comes back by {@link JudgedWorkload#along}. An interface of {@code detection}, so that higher capabilities plug in.
 *
 * @param <A> the answer
 */
public interface AskedAlong<A> {

    Class<A> kind();

    /**
     * Pure: workloads of a batch are asked side by side. Where it throws, the workload counts as one that could not be judged.
     *
     * @param platform whether the workload belongs to the platform
     */
    A ask(Judgement judgement, boolean platform);
}

package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.policy.Policy;
import java.util.List;

/**
 * What policies would do once they are saved: every stored workload that the reader may see is judged by them as the judge would,
 * and nothing is written. Exclusions that are kept beside a policy count; what people decided of its violations stays.
 */
public interface DryRuns {

    /** Told of how far it is, and asked whether to go on; from any thread. */
    interface Progress {

        /** Nobody watches. */
        Progress UNWATCHED = (judged, all) -> {};

        /** So many workloads of all are done. */
        void judged(int workloads, int all);

        /** Whether nobody wants the answer any more. */
        default boolean cancelled() {
            return false;
        }
    }

    /**
     * One policy, compared with what is kept of its violations; with nothing if it is new.
     *
     * @param draft with the id of a saved policy, or any other
     * @throws dev.breakwater.engine.policy.PolicyRejected if it could not be saved
     * @throws dev.breakwater.central.platform.Busy if as many are running as are let run at a time
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    DryRunReport run(Policy draft, AccessScope scope, Progress progress);

    /**
     * Several policies in one pass over the workloads.
     *
     * @param drafts each with an id of its own; a policy that would be deleted is one that is switched off
     * @param listed how many workloads each list names at the most, up to {@link DryRunReport#MOST_LISTED}
     * @return in the order of the drafts
     */
    List<DryRunReport> runAll(List<Policy> drafts, int listed, AccessScope scope, Progress progress);
}

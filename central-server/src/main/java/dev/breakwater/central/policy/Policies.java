package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The policies. Not limited by an access scope: they say what is forbidden, not who does it. Changing one is for
 * administrators.
 */
public interface Policies {

    /** All of them, by name. */
    List<StoredPolicy> list();

    /**
     * One policy.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    StoredPolicy get(UUID id);

    /**
     * A policy as it was at a revision of the set, such as a violation names.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    StoredPolicy at(UUID id, long setRevision);

    /** Judges it from now on: every workload becomes due. Nothing happens if it is enabled already. */
    StoredPolicy enable(UUID id);

    /** Judges it no more: its open violations close when their workloads are judged, which is soon. */
    StoredPolicy disable(UUID id);

    /**
     * Switches many in one change of the set; those that are so already stay as they are.
     *
     * @param reason why, for the audit log; may be empty
     * @return those that were switched
     * @throws dev.breakwater.central.platform.NotFound if one of them does not exist; then none is switched
     */
    List<StoredPolicy> switchAll(Collection<UUID> ids, boolean enabled, String reason);

    /**
     * The present set, which stays the present one until the caller's transaction ends. Take it before any other lock (see
     * {@link dev.breakwater.central.platform.TransactionLocks}).
     */
    CompiledPolicySet held();

    /** The present set for answers that write nothing, such as what-if. */
    CompiledPolicySet current();

    /**
     * A set of drafts alone, as they would be judged once they are saved: with the exclusions that are kept beside them.
     *
     * @throws dev.breakwater.engine.policy.PolicyRejected if one of them could not be saved
     */
    CompiledPolicySet drafted(Collection<Policy> drafts);
}

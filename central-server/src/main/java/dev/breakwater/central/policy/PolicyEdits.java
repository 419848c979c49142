package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy;
import java.util.List;
import java.util.UUID;

/**
 * Writing policies. Each save is a version and an entry of the audit log, and makes every workload due. For administrators.
 *
 * <p>All of these refuse what the engine would: {@link dev.breakwater.engine.policy.PolicyRejected} names each field, its value
 * and what is allowed. A policy whose criteria need facts that do not arrive here is taken, and stays unknown.
 */
public interface PolicyEdits {

    /** The id of a policy that shall get one. */
    UUID NEW = new UUID(0, 0);

    /**
     * A policy of people's own.
     *
     * @param policy with an id of its own, or {@link #NEW}
     * @throws dev.breakwater.central.platform.Conflict if its id or its name is taken
     */
    StoredPolicy create(Policy policy);

    /**
     * Saves a policy anew. Of a built-in one only severity, scopes, exclusions and whether it is enabled may differ.
     *
     * @param expectedVersion the version that was edited
     * @param reason why, may be empty
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     * @throws dev.breakwater.central.platform.Conflict if the version moved, the name is taken, or it is applied as code
     * @throws dev.breakwater.central.platform.InvalidRequest naming the field of a built-in policy that may not be changed
     */
    StoredPolicy replace(UUID id, int expectedVersion, Policy policy, String reason);

    /**
     * The same by the origin that it is applied from.
     *
     * @param origin only where the policy is applied as code does it matter
     */
    StoredPolicy replace(UUID id, int expectedVersion, Policy policy, String reason, String origin);

    /**
     * Deletes a policy of people's own with its exclusions; its open violations close when their workloads are judged, which
     * is soon. Its versions stay, so that it can be restored.
     *
     * @throws dev.breakwater.central.platform.Conflict if it is built in, or applied as code
     */
    void delete(UUID id, String reason);

    /** The same by the origin that it is applied from. */
    void delete(UUID id, String reason, String origin);

    /** The versions of a policy, the newest first, at most 200; also of one that was deleted. */
    List<PolicyVersion> versions(UUID id);

    /**
     * Saves a version anew, also one of a policy that was deleted. Of a built-in policy, what people may change of it.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such version
     * @throws dev.breakwater.central.platform.Conflict as for {@link #replace}
     */
    StoredPolicy restore(UUID id, int version, String reason);
}

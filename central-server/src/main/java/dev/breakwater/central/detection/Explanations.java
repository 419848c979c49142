package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.policy.StoredPolicy;
import java.util.Optional;
import java.util.UUID;

/** What stands behind a violation, and what mends it. Each throws {@code NotFound} for one that may not be seen. */
public interface Explanations {

    /** The object with its evidence; empty if the workload is gone. */
    Optional<SeenObject> object(UUID violationId, AccessScope scope);

    /** What mends it. */
    SuggestedFix fix(UUID violationId, AccessScope scope);

    /** The policy as it was when the violation last changed. */
    StoredPolicy policy(UUID violationId, AccessScope scope);
}

package dev.breakwater.central.detection.internal;

import dev.breakwater.central.fleet.SyncListener;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the verdicts of a cluster final once it was read completely. */
@Component
class ProvisionalEnd implements SyncListener {

    private final ViolationTable violations;

    ProvisionalEnd(ViolationTable violations) {
        this.violations = violations;
    }

    @Override
    public void synced(UUID clusterId) {
        violations.makeFinal(clusterId);
    }
}

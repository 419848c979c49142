package dev.breakwater.central.nodes;

import java.time.Duration;

/** How old evidence may be before it counts as none. */
public interface EvidenceAge {

    Duration evidenceMaxAge();
}

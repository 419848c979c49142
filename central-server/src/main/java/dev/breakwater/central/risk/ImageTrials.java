package dev.breakwater.central.risk;

import dev.breakwater.engine.risk.whatif.ImageTrial;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What other contents of images would bring, by a real re-run of assembly, policies and risk. Writes nothing. Not limited by a
 * scope: the caller has checked the workloads.
 */
public interface ImageTrials {

    /** Ready to be asked; workloads that are gone are left out. */
    Map<UUID, ImageTrial> of(Collection<UUID> workloadIds);
}

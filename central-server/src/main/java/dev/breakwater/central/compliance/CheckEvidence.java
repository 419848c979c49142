package dev.breakwater.central.compliance;

import dev.breakwater.central.platform.AccessScope;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads everything that checks found, for reports that have to name each object. */
public interface CheckEvidence {

    /** The most objects of one check in one cluster that are handed on. */
    int MOST = 20_000;

    /**
     * Hands on the objects that fail checks or are unknown to them, check by check, the failing ones first; those of one check are in
     * memory at a time.
     *
     * @param checks ids; those that are no more are passed over
     * @return the checks of which there may be more objects than were handed on
     */
    Set<String> each(UUID cluster, Collection<String> checks, AccessScope scope, Consumer<ControlResult.Sample> sink);
}

package dev.breakwater.central.compliance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds up what the checks say. It happens by itself within a minute of a change; this is for those who do not want to wait. */
public interface ComplianceRuns {

    /** Adds up every cluster now, if no other replica does. */
    void run(String cause);

    /**
     * Adds up one cluster now, if no other replica does.
     *
     * @param cluster {@code null} = every one
     */
    void run(@Nullable UUID cluster, String cause);
}

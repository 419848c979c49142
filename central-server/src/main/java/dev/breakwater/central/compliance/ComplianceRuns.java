package dev.breakwater.central.compliance;

/** Adds up what the checks say. It happens by itself within a minute of a change; this is for those who do not want to wait. */
public interface ComplianceRuns {

    /** Adds up now, if no other replica does. */
    void run(String cause);
}

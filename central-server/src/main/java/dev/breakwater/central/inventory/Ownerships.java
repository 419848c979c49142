package dev.breakwater.central.inventory;

/** The rules by which workloads find their teams, as people set them. */
public interface Ownerships {

    OwnershipRules rules();

    /** Replaces the rules and finds every workload's team anew; administrators only. */
    OwnershipRules change(OwnershipRules rules);
}

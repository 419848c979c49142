package dev.breakwater.engine.check;

/** What surrounds a workload and may stand outside of the set of manifests, in any number. */
enum Part {
    /** Services, their endpoints, ingresses. */
    EXPOSURE,
    NETWORK_POLICIES,
    /** Roles and their bindings. */
    GRANTS
}

package dev.breakwater.engine.model;

/** The kinds of object that a sensor reports, in the order in which a full sync sends them: what others depend on first. */
public enum ObjectKind {
    NAMESPACE,
    NODE,
    SERVICE_ACCOUNT,
    ROLE,
    ROLE_BINDING,
    SECRET,
    SERVICE,
    ENDPOINTS,
    INGRESS,
    NETWORK_POLICY,
    POD,
    WORKLOAD
}

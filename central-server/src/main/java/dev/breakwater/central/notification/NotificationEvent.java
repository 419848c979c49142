package dev.breakwater.central.notification;

/** What can be told. */
public enum NotificationEvent {
    /** A violation holds that did not before, or that was silent. */
    VIOLATION_OPENED("A violation opened"),
    /** It no longer holds, or somebody says so where it cannot be judged. */
    VIOLATION_RESOLVED("A violation is resolved"),
    /** The sensor of a cluster says nothing. */
    CLUSTER_SILENT("A cluster is silent"),
    /** It speaks again. */
    CLUSTER_BACK("A cluster is back"),
    /** A sensor did not renew its certificate in time, or central's own authority ends. */
    CERTIFICATE_ENDS("A certificate ends");

    private final String words;

    NotificationEvent(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** Whether it is about violations, so that severity, policy, owner and namespace say something of it. */
    public boolean isViolation() {
        return this == VIOLATION_OPENED || this == VIOLATION_RESOLVED;
    }
}

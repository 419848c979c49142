package dev.breakwater.central.fleet.internal.enrolment;

/**
 * An enrolment that is not granted. The message may be shown to the peer: of a token it never says whether it is unknown,
 * used, expired or another cluster's; the audit log does.
 */
public final class EnrolmentRefused extends RuntimeException {

    /** What is in the way. */
    public enum Reason {
        TOKEN,
        REQUEST,
        TOO_MANY
    }

    private final Reason reason;

    EnrolmentRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

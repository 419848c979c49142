package dev.breakwater.engine.policy.value;

/** A value that a criterion cannot take. */
public final class ValueRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String allowed;

    /** @param allowed what would be taken, one sentence for the writer of the policy */
    public ValueRejected(String allowed) {
        super(allowed);
        this.allowed = allowed;
    }

    public String allowed() {
        return allowed;
    }
}

package dev.breakwater.scanner;

import org.jspecify.annotations.Nullable;

/** A document is no evidence of a machine that is understood here. */
public final class MachineRejected extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String value;
    private final String allowed;

    MachineRejected(String field, String value, String allowed, @Nullable Throwable cause) {
        super(
                "is no machine's evidence: " + (field.isEmpty() ? "it" : field)
                        + (value.isEmpty() ? "" : " is " + value) + "; allowed: " + allowed,
                cause);
        this.field = field;
        this.value = value;
        this.allowed = allowed;
    }

    MachineRejected(String field, String value, String allowed) {
        this(field, value, allowed, null);
    }

    /** Where it is, such as {@code files[3].state}; empty = the document as a whole. */
    public String field() {
        return field;
    }

    /** What is there, cut; {@code missing} if nothing is. */
    public String value() {
        return value;
    }

    /** What may be there. */
    public String allowed() {
        return allowed;
    }
}

package dev.breakwater.seal;

import java.io.IOException;

/** Something sealed that is not to be relied on. */
public final class SealRefused extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The seal holds, and is by a key that is not trusted. */
        UNKNOWN_SIGNER,
        /** The seal does not hold, or a file is not the one that was sealed. */
        CHANGED,
        /** It is nothing sealed, or a damaged one. */
        MALFORMED
    }

    private final Reason reason;

    SealRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

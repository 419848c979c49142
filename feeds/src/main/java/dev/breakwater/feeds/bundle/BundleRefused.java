package dev.breakwater.feeds.bundle;

import java.io.IOException;

/** A bundle that is not to be relied on. Nothing of it is left where it was opened. */
public final class BundleRefused extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It is signed, by a key that is not trusted. */
        UNKNOWN_SIGNER,
        /** The signature does not hold, or a file is not the one that was signed. */
        CHANGED,
        /** It is no bundle, or a damaged one. */
        MALFORMED
    }

    private final Reason reason;

    BundleRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package dev.breakwater.scanner;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An image could not be looked into. The message is one sentence for people and holds no credentials. */
public class ScanFailed extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why, for what is done about it. */
    public enum Reason {
        /** There is no such image, tag, digest or file, or none for the platform. */
        NOT_FOUND(false),
        /** The registry wants other credentials. */
        UNAUTHORISED(false),
        /** Nobody answers, or too slowly, or with an error of the server, or with a certificate that is not trusted. */
        UNREACHABLE(true),
        /** The registry asks to come back later. */
        BUSY(true),
        /** Larger than is looked into. */
        TOO_LARGE(false),
        /** Truncated, or not what its digest says. */
        DAMAGED(true),
        /** Made to harm whoever reads it: a bomb, for instance. */
        HOSTILE(false),
        /** Of a format that is not read. */
        UNSUPPORTED(false),
        /** It took longer than allowed. */
        TIMED_OUT(true),
        /** Whoever asked for it took that back. */
        CANCELLED(true);

        private final boolean worthRetrying;

        Reason(boolean worthRetrying) {
            this.worthRetrying = worthRetrying;
        }

        /** Whether the same may go well later. */
        public boolean isWorthRetrying() {
            return worthRetrying;
        }
    }

    private final Reason reason;

    public ScanFailed(Reason reason, String message) {
        this(reason, message, null);
    }

    public ScanFailed(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

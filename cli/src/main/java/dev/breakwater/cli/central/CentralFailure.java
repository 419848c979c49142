package dev.breakwater.cli.central;

import java.io.IOException;

/** Central could not be reached, or refused; the message says which and why, for the person at the command line. */
public final class CentralFailure extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    CentralFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    CentralFailure(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The HTTP status of the answer, 0 = there was none. */
    public int status() {
        return status;
    }
}

package dev.breakwater.feeds.fetch;

import java.io.IOException;

/** A feed that could not be fetched. The message is one sentence that names the address. */
public final class FetchFailed extends IOException {

    private static final long serialVersionUID = 1L;

    FetchFailed(String message) {
        super(message);
    }

    FetchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}

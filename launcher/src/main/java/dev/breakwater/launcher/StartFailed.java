package dev.breakwater.launcher;

/** The product cannot be started, or cannot go on; the message is what the person at the console needs to know. */
final class StartFailed extends RuntimeException {

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.breakwater.sensor.link;

/** Central, or what is in the state folder, says no in a way that trying again does not change. */
public final class LinkRefused extends Exception {

    private static final long serialVersionUID = 1L;

    LinkRefused(String message) {
        super(message);
    }

    LinkRefused(String message, Throwable cause) {
        super(message, cause);
    }
}

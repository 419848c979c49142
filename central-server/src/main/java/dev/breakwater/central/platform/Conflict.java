package dev.breakwater.central.platform;

/** The request is right by itself but does not fit what is there: a name taken, a version overtaken. Becomes a 409 problem. */
public final class Conflict extends RuntimeException {

    public Conflict(String message) {
        super(message);
    }
}

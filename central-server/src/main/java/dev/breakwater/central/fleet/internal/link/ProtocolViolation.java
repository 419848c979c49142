package dev.breakwater.central.fleet.internal.link;

/** A sensor did what the protocol does not allow; its stream ends. */
final class ProtocolViolation extends RuntimeException {

    ProtocolViolation(String message) {
        super(message);
    }
}

package dev.breakwater.central.notification.internal.send;

/** A try that failed, with the real error as people may read it. */
final class DeliveryFailed extends Exception {

    private static final int LONGEST = 1_000;

    private final boolean unreachable;

    /**
     * @param unreachable the target itself is at fault, not this message: others to it would fail as well
     */
    DeliveryFailed(String message, boolean unreachable) {
        super(message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…");
        this.unreachable = unreachable;
    }

    boolean isUnreachable() {
        return unreachable;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}

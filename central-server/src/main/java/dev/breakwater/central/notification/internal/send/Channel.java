package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.internal.target.Target;

/** A way to a target. */
interface Channel {

    NotifierKind kind();

    /**
     * Sends once and waits for the answer, within the time that is set.
     *
     * @return the answer, in words
     * @throws DeliveryFailed if it was not taken, or if nobody knows
     */
    String send(Target target, Outgoing outgoing) throws DeliveryFailed;
}

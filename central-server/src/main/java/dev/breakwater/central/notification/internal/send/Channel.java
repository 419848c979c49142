package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Parcel;
import dev.breakwater.central.notification.internal.target.Target;
import java.time.Instant;

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

    /**
     * Brings files once and waits for the answer.
     *
     * @return the answer, in words
     * @throws DeliveryFailed if they were not taken, or if nobody knows
     */
    String bring(Target target, Parcel parcel, Instant at) throws DeliveryFailed;
}

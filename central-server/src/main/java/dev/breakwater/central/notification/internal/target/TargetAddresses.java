package dev.breakwater.central.notification.internal.target;

import dev.breakwater.central.notification.NotifierDraft;

/** Knows which addresses messages may go to; implemented by what sends, which looks again at each connection. */
public interface TargetAddresses {

    /**
     * Refuses a target that is known to lead where messages must not go. A name that cannot be resolved now is taken.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest naming the address and what is allowed
     */
    void refuseForbidden(NotifierDraft draft);
}

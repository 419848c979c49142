package dev.breakwater.central.notification.internal.send;

import java.net.UnknownHostException;

/** An address that messages must not go to. */
final class TargetRefused extends UnknownHostException {

    TargetRefused(String message) {
        super(message);
    }
}

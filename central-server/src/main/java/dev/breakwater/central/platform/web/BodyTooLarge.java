package dev.breakwater.central.platform.web;

import java.io.IOException;

/** A body that went past the limit while it was read. */
final class BodyTooLarge extends IOException {

    BodyTooLarge(long limit) {
        super("At most " + limit + " bytes are read.");
    }
}

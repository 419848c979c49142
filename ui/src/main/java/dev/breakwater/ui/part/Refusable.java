package dev.breakwater.ui.part;

import dev.breakwater.central.platform.InvalidRequest;

/** A field made of several, which says at the right one what was refused. */
public interface Refusable {

    /** Says what was refused; called after every part was said to be in order. */
    void refuse(InvalidRequest refused);
}

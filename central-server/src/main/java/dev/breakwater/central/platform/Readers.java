package dev.breakwater.central.platform;

/** Tells what the present reader may see. Implemented by {@code access}; here, so that every capability can ask. */
public interface Readers {

    AccessScope scope();
}

package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object that differs from what was held.
 *
 * @param now {@code null} = it is gone
 * @param before what was held, only where it is needed to tell whom the change reaches; {@code null} = nothing, or not needed
 */
record ObjectChange(
        UUID id,
        ObjectKey key,
        boolean held,
        @Nullable ReceivedObject now,
        @Nullable ClusterObject before) {

    ObjectKind kind() {
        return key.kind();
    }

    boolean isCreated() {
        return !held;
    }

    boolean isRemoved() {
        return now == null;
    }

    /** The new state of an object that is not gone. */
    <T extends ClusterObject> T object(Class<T> type) {
        if (now == null) {
            throw new IllegalStateException(key + " is gone");
        }
        return type.cast(now.object());
    }

    ReceivedObject received() {
        if (now == null) {
            throw new IllegalStateException(key + " is gone");
        }
        return now;
    }

    /** What happened, in words. */
    String words() {
        return key + (isRemoved() ? " was deleted" : isCreated() ? " was created" : " was changed");
    }
}

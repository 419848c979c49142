package dev.breakwater.central.fleet;

import dev.breakwater.engine.model.ObjectKind;
import java.util.Set;
import java.util.UUID;

/**
 * Is told that the sensor of a cluster sees other kinds of object than before: what was known may be unknown now, or the
 * other way round. Called within the transaction that keeps the report. An interface of {@code fleet} so that higher
 * capabilities plug in.
 */
public interface SightListener {

    void sightChanged(UUID clusterId, Set<ObjectKind> kinds);
}

package dev.breakwater.central.fleet;

import java.util.UUID;

/**
 * Is told that a cluster has been read completely for the first time, so that what was provisional becomes final. Called
 * within the transaction that sets the mark. An interface of {@code fleet} so that higher capabilities plug in.
 */
public interface SyncListener {

    void synced(UUID clusterId);
}

package dev.breakwater.central.fleet;

import dev.breakwater.engine.model.ClusterObject;
import java.util.UUID;

/**
 * One object of a batch, decoded.
 *
 * @param id UUIDv5 of its identity, recomputed by central from the object itself: a sensor cannot write under another's id
 * @param fingerprint 16 bytes, recomputed
 * @param encoded the deterministic wire form
 */
public record ReceivedObject(UUID id, byte[] fingerprint, byte[] encoded, ClusterObject object) {}

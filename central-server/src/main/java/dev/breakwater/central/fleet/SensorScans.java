package dev.breakwater.central.fleet;

import java.util.List;
import java.util.UUID;

/**
 * Has images looked into by the sensors of clusters that run them, where central cannot reach the registry. An interface of
 * {@code fleet} so that {@code images} plugs in. What a sensor says of an order that is not its own any more changes nothing.
 */
public interface SensorScans {

    /** The most bytes of what was found in one image, compressed. */
    int MOST_BYTES = 32 << 20;

    /**
     * An image to look into.
     *
     * @param attempt tells this order from an earlier one of the same job
     * @param reference the name by which it is fetched
     * @param platform such as {@code linux/amd64}
     */
    record Order(UUID job, int attempt, String reference, String platform) {}

    /** Claims what is to be done next by the sensor of a cluster. */
    List<Order> orders(UUID clusterId, int most);

    void progressed(UUID clusterId, UUID job, int attempt, int layersDone, int layers, long bytes);

    /**
     * Keeps what was found of signatures, before the contents arrive.
     *
     * @param found as {@code scanner.signature.FoundSignatures} packs it; empty = they could not be looked for
     * @param failure why not
     */
    void signed(UUID clusterId, String cluster, UUID job, int attempt, byte[] found, String failure);

    /**
     * Keeps what was found.
     *
     * @param contents as {@code scanner.ContentsCodec} writes it; one that cannot be read is a failure
     */
    void scanned(UUID clusterId, String cluster, UUID job, int attempt, byte[] contents);

    void failed(UUID clusterId, UUID job, int attempt, String reason, String detail);
}

package dev.breakwater.central.images;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.List;
import java.util.UUID;

/** The jobs that look inside images. What runs is queued by itself; people can ask for more, and take it back. */
public interface Scans {

    /** The most images in one request. */
    int MOST = 1_000;

    Page<Scan> list(ListRequest request, AccessScope scope);

    /**
     * One job.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none, or the reader may not see it
     */
    Scan get(UUID id, AccessScope scope);

    /**
     * Queues images, also those that were looked into already.
     *
     * @param images digests, ids of images, or names; those without a registry are of Docker Hub
     * @return their jobs, in the same order
     * @throws dev.breakwater.central.platform.InvalidRequest naming the first that is none
     */
    List<Scan> request(List<String> images);

    /** Queues the images that a filter of the list of images matches, {@value #MOST} at the most; returns how many. */
    int requestMatching(String q, AccessScope scope);

    /**
     * Takes a job back that waits or runs.
     *
     * @throws dev.breakwater.central.platform.Conflict if it is over
     */
    Scan cancel(UUID id);
}

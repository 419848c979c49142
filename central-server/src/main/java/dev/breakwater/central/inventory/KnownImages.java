package dev.breakwater.central.inventory;

import dev.breakwater.engine.model.ImageDetails;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What somebody told of the images that workloads run. An interface of {@code inventory}, so that {@code images} plugs in. */
public interface KnownImages {

    /** By workload and by the image's canonical name; images of which nothing is known are left out. */
    Map<UUID, Map<String, ImageDetails>> ofWorkloads(Collection<UUID> workloadIds);

    /** By the image's canonical name, whoever runs it; images of which nothing is known are left out. */
    Map<String, ImageDetails> named(Collection<String> names);
}

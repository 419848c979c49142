package dev.breakwater.central.images;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a pipeline tells of an image. */
public interface ImageFacts {

    /**
     * What is told; {@code null} = not told, which stays unknown.
     *
     * @param createdAt when the image was built
     * @param user the user of its configuration, empty = root
     * @param labels the labels of its configuration
     * @param source who says so, such as the pipeline's name
     */
    record Told(
            @Nullable Instant createdAt,
            @Nullable String user,
            @Nullable Map<String, String> labels,
            String source) {}

    /**
     * Records what is told, in place of what was told before. The workloads that run the image become due.
     *
     * @throws dev.breakwater.central.platform.NotFound if no workload ever ran an image by that id
     * @throws dev.breakwater.central.platform.InvalidRequest if a part is too large, or it was built in the future
     */
    void record(UUID imageId, Told told);
}

package dev.breakwater.central.images;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a document about an image.
 *
 * @param contentId by which findings know the content
 * @param digest of the image; of one of which only the name is known that of the document
 * @param format what was read, such as {@code CycloneDX 1.6}
 * @param source who wrote it
 * @param createdAt when it was written, {@code null} = it does not say
 * @param packages how many it tells of
 * @param incomplete whether it says, or its sort means, that it does not tell all
 */
public record UploadedDocument(
        int contentId,
        String digest,
        String format,
        String source,
        @Nullable Instant createdAt,
        int packages,
        boolean incomplete) {}

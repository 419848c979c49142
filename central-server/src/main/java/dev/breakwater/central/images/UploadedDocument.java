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
 * @param claims how many vulnerabilities of packages it claims, of those that are kept
 * @param unreadClaims how many were left out, because what they name cannot be the id of a vulnerability
 * @param beside whether only its claims were taken, beside what was found by looking into the image here
 * @param incomplete whether it says, or its sort means, that it does not tell all
 */
public record UploadedDocument(
        int contentId,
        String digest,
        String format,
        String source,
        @Nullable Instant createdAt,
        int packages,
        int claims,
        int unreadClaims,
        boolean beside,
        boolean incomplete) {}

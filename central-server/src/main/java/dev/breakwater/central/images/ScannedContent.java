package dev.breakwater.central.images;

import dev.breakwater.engine.image.ImageContents;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an image, and by whom.
 *
 * @param digests others by which the same content is known, such as that of an index
 * @param image an image of which only the name is known, and whose content this is; {@code null} = none
 * @param hasConfig whether the configuration was seen; a bill of materials does not tell it
 * @param source who looked: {@code central}, a sensor, or what was uploaded
 * @param scanner the program and version that looked
 * @param at when it looked
 */
public record ScannedContent(
        ImageContents contents,
        Set<String> digests,
        @Nullable UUID image,
        boolean hasConfig,
        String source,
        String scanner,
        Instant at) {

    public ScannedContent {
        digests = Set.copyOf(digests);
    }

    /** What central or a sensor saw of a digest. */
    public static ScannedContent of(ImageContents contents, String source, String scanner, Instant at) {
        return new ScannedContent(contents, Set.of(), null, true, source, scanner, at);
    }
}

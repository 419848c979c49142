package dev.breakwater.scanner.source;

import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.scanner.layer.LayerBlob;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An image that was found and not yet looked into.
 *
 * @param name what it was asked for by, empty = a file
 * @param digest of its manifest, else of its configuration
 * @param config the configuration, as OCI's config.md says
 * @param layers bottom first
 * @param unread layers that nobody distributes
 */
public record LocatedImage(
        String name, String digest, String configDigest, JsonNode config, List<LayerBlob> layers, List<Unread> unread) {

    public LocatedImage {
        layers = List.copyOf(layers);
        unread = List.copyOf(unread);
    }
}

package dev.breakwater.central.images.internal.contents;

import dev.breakwater.engine.image.ImageLayer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain ids of layers (OCI image specification, config.md, "Layer ChainID"): that of the lowest layer is its diff id, each further one is the SHA-256 of
 * the one below, a space and the layer's own diff id. Two images have the same chain id at a depth exactly if all their layers up to there are the same.
 */
final class ChainIds {

    private ChainIds() {}

    /** One for each layer, bottom first; empty if a layer does not tell its diff id, since nothing then stands for those above. */
    static List<String> of(List<ImageLayer> layers) {
        List<String> chain = new ArrayList<>(layers.size());
        for (ImageLayer layer : layers) {
            if (layer.diffId().isEmpty()) {
                return List.of();
            }
            chain.add(chain.isEmpty() ? layer.diffId() : "sha256:" + sha256(chain.getLast() + " " + layer.diffId()));
        }
        return chain;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package dev.breakwater.scanner.sbom;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageLayer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a bill of materials of ours says of the image itself: its digests, its layers and what could not be read. */
final class ImageProperties {

    static final String CODENAME = "breakwater:os:codename";
    static final String PRETTY_NAME = "breakwater:os:pretty-name";

    private static final String DISTRIBUTION = "breakwater:os";
    private static final String NO_DISTRIBUTION = "none";
    private static final String DIGEST = "breakwater:image:digest";
    private static final String CONFIG = "breakwater:image:config-digest";
    private static final String LAYER = "breakwater:layer:";
    private static final String UNREAD = "breakwater:unread:";

    private static final int MOST = 1_000;

    private ImageProperties() {}

    static Map<String, String> of(ImageContents contents) {
        Map<String, String> said = new LinkedHashMap<>();
        put(said, DIGEST, contents.digest());
        put(said, CONFIG, contents.configDigest());
        if (contents.os() == null && !contents.layers().isEmpty()) {
            said.put(DISTRIBUTION, NO_DISTRIBUTION);
        }
        for (int at = 0; at < contents.layers().size(); at++) {
            ImageLayer layer = contents.layers().get(at);
            put(said, LAYER + at + ":diff-id", layer.diffId());
            put(said, LAYER + at + ":digest", layer.digest());
            put(said, LAYER + at + ":size", Long.toString(layer.size()));
            put(said, LAYER + at + ":instruction", layer.instruction());
        }
        for (int at = 0; at < contents.incomplete().size(); at++) {
            said.put(UNREAD + at + ":where", contents.incomplete().get(at).where());
            said.put(UNREAD + at + ":reason", contents.incomplete().get(at).reason());
        }
        return said;
    }

    static void apply(Map<String, String> said, ContentsBuilder contents) {
        contents.digest = said.getOrDefault(DIGEST, contents.digest);
        if (NO_DISTRIBUTION.equals(said.get(DISTRIBUTION))) {
            contents.withoutDistribution();
        }
        contents.configDigest = said.getOrDefault(CONFIG, contents.configDigest);
        for (int at = 0; at < MOST && said.containsKey(LAYER + at + ":diff-id"); at++) {
            contents.add(new ImageLayer(
                    said.get(LAYER + at + ":diff-id"),
                    said.getOrDefault(LAYER + at + ":digest", ""),
                    size(said.getOrDefault(LAYER + at + ":size", "0")),
                    said.getOrDefault(LAYER + at + ":instruction", "")));
        }
        for (int at = 0; at < MOST && said.containsKey(UNREAD + at + ":where"); at++) {
            contents.unread(said.get(UNREAD + at + ":where"), said.getOrDefault(UNREAD + at + ":reason", ""));
        }
    }

    private static long size(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (!value.isEmpty()) {
            said.put(name, value);
        }
    }
}

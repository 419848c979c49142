package dev.breakwater.scanner.source;

import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.layer.Digesting;
import dev.breakwater.scanner.layer.LayerBlob;
import dev.breakwater.scanner.layer.Paths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What {@code docker save} and {@code podman save} write: a {@code manifest.json} that names a configuration and layers by path. */
final class DockerArchive {

    private static final String MANIFEST = "manifest.json";

    private final Files files;
    private final ScanLimits limits;

    DockerArchive(Files files, ScanLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    static boolean is(Files files) throws IOException {
        return files.size(MANIFEST).isPresent();
    }

    LocatedImage resolve(String reference) throws IOException {
        byte[] bytes = files.bytes(MANIFEST, BlobStore.MOST_MANIFEST).orElseThrow();
        JsonNode images = Documents.any(bytes, MANIFEST);
        JsonNode image = choose(images, reference);
        String configPath = path(image.path("Config").asString(""));
        byte[] configBytes = files.bytes(configPath, BlobStore.MOST_CONFIG)
                .orElseThrow(() -> Documents.damaged("its configuration is not in the archive"));
        JsonNode config = Documents.object(configBytes, "the configuration");
        List<String> diffIds = Documents.diffIds(config);
        JsonNode layers = image.path("Layers");
        if (layers.size() != diffIds.size()) {
            throw Documents.damaged("it has " + layers.size() + " layers, its configuration names " + diffIds.size());
        }
        if (layers.size() > limits.layers()) {
            throw new ScanFailed(
                    Reason.TOO_LARGE,
                    "the image has " + layers.size() + " layers; " + limits.layers() + " are looked into");
        }
        List<LayerBlob> blobs = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String layer = path(layers.get(i).asString(""));
            long size = files.size(layer).orElseThrow(() -> Documents.damaged("a layer is not in the archive"));
            blobs.add(new LayerBlob(diffIds.get(i), "", size, () -> files.open(layer)));
        }
        String configDigest = Digesting.sha256(configBytes);
        String name = image.path("RepoTags").path(0).asString(reference);
        return new LocatedImage(name, configDigest, configDigest, config, blobs, List.of());
    }

    private static JsonNode choose(JsonNode images, String reference) throws ScanFailed {
        List<String> names = new ArrayList<>();
        for (JsonNode each : images) {
            List<String> tags = new ArrayList<>();
            each.path("RepoTags").forEach(tag -> tags.add(tag.asString("")));
            String config = each.path("Config").asString("");
            if (reference.isEmpty()
                    ? images.size() == 1
                    : tags.contains(reference) || config.contains(hex(reference))) {
                return each;
            }
            names.addAll(tags);
        }
        throw new ScanFailed(
                Reason.NOT_FOUND,
                (reference.isEmpty() ? "there are several images; say which" : "there is no image '" + reference + "'")
                        + ": " + String.join(", ", names.subList(0, Math.min(20, names.size()))));
    }

    private static String hex(String reference) {
        return reference.startsWith("sha256:") ? reference.substring(7) : reference + "\0";
    }

    private static String path(String text) throws ScanFailed {
        return Paths.normal(text)
                .filter(path -> !path.isEmpty())
                .orElseThrow(() -> Documents.damaged("'" + text + "' is no path in the archive"));
    }
}

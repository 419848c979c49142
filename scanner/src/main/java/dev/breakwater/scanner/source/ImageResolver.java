package dev.breakwater.scanner.source;

import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.scanner.Platform;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.ScanLimits;
import dev.breakwater.scanner.layer.Digesting;
import dev.breakwater.scanner.layer.LayerBlob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Goes from a name over an index, if there is one, to the manifest of the platform, its configuration and its layers. */
public final class ImageResolver {

    private static final int DEEPEST_INDEX = 3;

    private final BlobStore store;
    private final Platform platform;
    private final ScanLimits limits;

    public ImageResolver(BlobStore store, Platform platform, ScanLimits limits) {
        this.store = store;
        this.platform = platform;
        this.limits = limits;
    }

    /** The image of the platform. */
    public LocatedImage resolve(String reference) throws IOException {
        BlobStore.Document document = store.manifest(reference);
        JsonNode manifest = Documents.object(document.bytes(), "the manifest");
        for (int depth = 0; isIndex(manifest, document.mediaType()); depth++) {
            if (depth == DEEPEST_INDEX) {
                throw new ScanFailed(Reason.HOSTILE, "an index names an index names an index, and so on");
            }
            document = store.manifest(ofPlatform(manifest));
            manifest = Documents.object(document.bytes(), "the manifest");
        }
        return image(store.nameOf(reference), document.digest(), manifest);
    }

    private static boolean isIndex(JsonNode manifest, String mediaType) {
        String type = manifest.path("mediaType").asString(mediaType);
        return type.contains("image.index") || type.contains("manifest.list") || manifest.has("manifests");
    }

    private String ofPlatform(JsonNode index) throws ScanFailed {
        List<String> there = new ArrayList<>();
        List<JsonNode> withoutPlatform = new ArrayList<>();
        for (JsonNode each : index.path("manifests")) {
            JsonNode on = each.path("platform");
            if (on.isMissingNode()) {
                withoutPlatform.add(each);
                continue;
            }
            String os = on.path("os").asString("");
            String architecture = on.path("architecture").asString("");
            String variant = on.path("variant").asString("");
            if (platform.takes(os, architecture, variant)) {
                return Documents.digest(each, "the index");
            }
            if (there.size() < 20 && !os.equals("unknown")) {
                there.add(new Platform(os, architecture, variant).toString());
            }
        }
        // An index that says nothing of platforms and names one image means that one.
        if (there.isEmpty() && withoutPlatform.size() == 1) {
            return Documents.digest(withoutPlatform.getFirst(), "the index");
        }
        throw new ScanFailed(
                Reason.NOT_FOUND,
                "the image is not built for " + platform + "; it is for "
                        + (there.isEmpty() ? "nothing that it names" : String.join(", ", there)));
    }

    private LocatedImage image(String name, String digest, JsonNode manifest) throws IOException {
        if (manifest.path("schemaVersion").asInt(2) == 1) {
            throw new ScanFailed(
                    Reason.UNSUPPORTED,
                    "the manifest is of schema 1, which Docker gave up in 2017; push the image again");
        }
        String configDigest = Documents.digest(manifest.path("config"), "the manifest's configuration");
        JsonNode config = Documents.object(read(configDigest), "the configuration");
        List<String> diffIds = Documents.diffIds(config);
        JsonNode layers = manifest.path("layers");
        if (layers.size() > limits.layers()) {
            throw new ScanFailed(
                    Reason.TOO_LARGE,
                    "the image has " + layers.size() + " layers; " + limits.layers() + " are looked into");
        }
        if (diffIds.isEmpty() && !layers.isEmpty()) {
            throw new ScanFailed(
                    Reason.UNSUPPORTED, "this is no image of a container: its configuration names no layers");
        }
        if (diffIds.size() != layers.size()) {
            throw Documents.damaged("it has " + layers.size() + " layers, its configuration names " + diffIds.size());
        }
        List<LayerBlob> blobs = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            JsonNode layer = layers.get(i);
            String blob = Documents.digest(layer, "a layer");
            if (layer.path("mediaType").asString("").contains("encrypted")) {
                throw new ScanFailed(Reason.UNSUPPORTED, "a layer is encrypted");
            }
            long size = layer.path("size").asLong(-1);
            blobs.add(new LayerBlob(diffIds.get(i), blob, size, () -> store.blob(blob)));
        }
        return new LocatedImage(name, digest, configDigest, config, blobs, unread);
    }

    private byte[] read(String digest) throws IOException {
        byte[] bytes = BoundedRead.of(store.blob(digest), BlobStore.MOST_CONFIG, "the configuration");
        Digesting verified = Digesting.of(digest);
        verified.update(bytes, 0, bytes.length);
        verified.verify("the configuration");
        return bytes;
    }
}

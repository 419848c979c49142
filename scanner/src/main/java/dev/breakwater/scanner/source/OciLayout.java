package dev.breakwater.scanner.source;

import dev.breakwater.engine.model.Digest;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.layer.Digesting;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The OCI image layout (image-layout.md), as a folder or a tar. */
final class OciLayout implements BlobStore {

    private static final String INDEX = "index.json";
    private static final String NAME = "org.opencontainers.image.ref.name";
    private static final String CONTAINERD_NAME = "io.containerd.image.name";

    private final Files files;

    OciLayout(Files files) {
        this.files = files;
    }

    /** Whether it is one. */
    static boolean is(Files files) throws IOException {
        return files.size(INDEX).isPresent();
    }

    @Override
    public Document manifest(String reference) throws IOException {
        String digest = Digest.parse(reference).isPresent() ? reference : named(reference);
        byte[] bytes = files.bytes(path(digest), MOST_MANIFEST)
                .orElseThrow(() -> new ScanFailed(Reason.NOT_FOUND, "the layout has no manifest " + digest));
        Digesting verified = Digesting.of(digest);
        verified.update(bytes, 0, bytes.length);
        verified.verify("the manifest");
        return new Document(bytes, "", digest);
    }

    private String named(String name) throws IOException {
        byte[] bytes = files.bytes(INDEX, MOST_MANIFEST)
                .orElseThrow(
                        () -> new ScanFailed(Reason.NOT_FOUND, "there is no " + INDEX + ": this is no OCI layout"));
        JsonNode manifests = Documents.object(bytes, INDEX).path("manifests");
        List<String> names = new ArrayList<>();
        for (JsonNode each : manifests) {
            JsonNode annotations = each.path("annotations");
            String tag = annotations.path(NAME).asString("");
            String full = annotations.path(CONTAINERD_NAME).asString("");
            if (!name.isEmpty() && (tag.equals(name) || full.equals(name) || tag.endsWith(":" + name))) {
                return Documents.digest(each, INDEX);
            }
            names.add(tag.isEmpty() ? each.path("digest").asString("") : tag);
        }
        if (name.isEmpty() && names.size() == 1) {
            return Documents.digest(manifests.get(0), INDEX);
        }
        throw new ScanFailed(
                Reason.NOT_FOUND,
                (name.isEmpty() ? "there are several images; say which" : "there is no image '" + name + "'") + ": "
                        + String.join(", ", names.subList(0, Math.min(20, names.size()))));
    }

    @Override
    public InputStream blob(String digest) throws IOException {
        return files.open(path(digest));
    }

    @Override
    public String nameOf(String reference) {
        return reference;
    }

    private static String path(String digest) throws ScanFailed {
        if (Digest.parse(digest).isEmpty()) {
            throw Documents.damaged("'" + digest + "' is no digest");
        }
        return "blobs/" + digest.replace(':', '/');
    }
}

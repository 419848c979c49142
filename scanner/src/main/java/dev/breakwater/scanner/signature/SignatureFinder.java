package dev.breakwater.scanner.signature;

import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.layer.Digesting;
import dev.breakwater.scanner.registry.RegistryStore;
import dev.breakwater.scanner.source.BlobStore;
import dev.breakwater.scanner.source.BoundedRead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for signatures of an image where cosign puts them: under the tag {@code sha256-….sig}, and in manifests that refer to
 * the image, as simple signing payloads or as sigstore bundles. Verifies nothing.
 */
public final class SignatureFinder {

    private static final String PAYLOAD = "application/vnd.dev.cosign.simplesigning.v1+json";
    private static final String SIGNATURE = "dev.cosignproject.cosign/signature";
    private static final String CERTIFICATE = "dev.sigstore.cosign/certificate";
    private static final String CHAIN = "dev.sigstore.cosign/chain";
    private static final String LOG = "dev.sigstore.cosign/bundle";
    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle";
    private static final int MOST_PAYLOAD = 256 << 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String digest;
    private final List<SignedPayload> signatures = new ArrayList<>();
    private int unread;
    private int bytes;

    private SignatureFinder(String digest) {
        this.digest = digest;
    }

    /**
     * Those of what a name stands for now.
     *
     * @param plainHttp is told hosts that were reached by plain http
     * @throws ScanFailed if the registry does not answer, does not let us read, or has no such image
     */
    public static FoundSignatures find(ImageSource.Registry image, Consumer<String> plainHttp) throws IOException {
        try (RegistryStore store = new RegistryStore(image.reference(), image.access(), plainHttp)) {
            String digest = store.manifest(store.reference()).digest();
            SignatureFinder finder = new SignatureFinder(digest);
            finder.look(store);
            return new FoundSignatures(digest, finder.signatures, finder.unread);
        }
    }

    private void look(RegistryStore store) throws IOException {
        try {
            take(store, json(store.manifest(digest.replace(':', '-') + ".sig").bytes()));
        } catch (ScanFailed e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
        }
        int looked = 0;
        for (JsonNode each : store.referrers(digest)) {
            String type = each.path("artifactType").asString("");
            boolean signs = type.contains("cosign") && type.contains("sig") || type.startsWith(BUNDLE);
            if (!signs) {
                continue;
            }
            if (looked++ < FoundSignatures.MOST) {
                take(
                        store,
                        json(store.manifest(each.path("digest").asString("")).bytes()));
            } else {
                unread++;
            }
        }
    }

    private void take(BlobStore store, JsonNode manifest) throws IOException {
        for (JsonNode layer : manifest.path("layers")) {
            String type = layer.path("mediaType").asString("");
            if (signatures.size() >= FoundSignatures.MOST) {
                unread++;
            } else if (type.equals(PAYLOAD)) {
                simple(store, layer);
            } else if (type.startsWith(BUNDLE)) {
                bundle(store, layer);
            }
        }
    }

    private void simple(BlobStore store, JsonNode layer) throws IOException {
        JsonNode annotations = layer.path("annotations");
        String signature = annotations.path(SIGNATURE).asString("");
        if (!signature.isEmpty()) {
            add(new SignedPayload(
                    "",
                    blob(store, layer),
                    decoded(signature),
                    annotations.path(CERTIFICATE).asString(""),
                    annotations.path(CHAIN).asString(""),
                    LogEntry.ofAnnotation(annotations.path(LOG).asString("")).orElse(null)));
        }
    }

    private void bundle(BlobStore store, JsonNode layer) throws IOException {
        SignatureBundle.Content content = SignatureBundle.read(blob(store, layer));
        content.signatures().forEach(this::add);
        unread += content.unread() ? 1 : 0;
    }

    private void add(SignedPayload found) {
        if (bytes + found.size() > FoundSignatures.MOST_BYTES || signatures.size() >= FoundSignatures.MOST) {
            unread++;
            return;
        }
        bytes += found.size();
        signatures.add(found);
    }

    private static byte[] blob(BlobStore store, JsonNode layer) throws IOException {
        String digest = layer.path("digest").asString("");
        Digesting verified = Digesting.of(digest);
        byte[] blob = BoundedRead.of(store.blob(digest), MOST_PAYLOAD, "a signature");
        verified.update(blob, 0, blob.length);
        verified.verify("a signature");
        return blob;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static JsonNode json(byte[] bytes) throws ScanFailed {
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new ScanFailed(Reason.DAMAGED, "the manifest of a signature is no JSON", e);
        }
    }
}

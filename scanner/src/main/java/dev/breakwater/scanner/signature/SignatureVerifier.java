package dev.breakwater.scanner.signature;

import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.ScanFailed;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.layer.Digesting;
import dev.breakwater.scanner.registry.RegistryStore;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import dev.breakwater.scanner.source.BlobStore;
import dev.breakwater.scanner.source.BoundedRead;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for signatures of an image in its registry, and whether one is of somebody who is trusted. */
public final class SignatureVerifier {

    private static final String PAYLOAD = "application/vnd.dev.cosign.simplesigning.v1+json";
    private static final String SIGNATURE = "dev.cosignproject.cosign/signature";
    private static final String CERTIFICATE = "dev.sigstore.cosign/certificate";
    private static final String CHAIN = "dev.sigstore.cosign/chain";
    private static final int MOST_PAYLOAD = 1 << 20;
    private static final int MOST_SIGNATURES = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TrustRoots roots;

    public SignatureVerifier(TrustRoots roots) {
        this.roots = roots;
    }

    /**
     * Looks at what a name stands for now. Never fails: what cannot be looked at is unknown, with the reason.
     *
     * @param now at which certificates must be valid
     * @param plainHttp is told hosts that were reached by plain http
     */
    public SignatureCheck check(ImageSource.Registry image, Instant now, Consumer<String> plainHttp) {
        if (roots.isEmpty()) {
            return new SignatureCheck(State.UNKNOWN, "", List.of(), "no key and no authority is trusted");
        }
        String digest = "";
        try (RegistryStore store = new RegistryStore(image.reference(), image.access(), plainHttp)) {
            digest = store.manifest(store.reference()).digest();
            return check(store, digest, now);
        } catch (IOException e) {
            return new SignatureCheck(
                    State.UNKNOWN, digest, List.of(), "signatures could not be read: " + e.getMessage());
        }
    }

    private SignatureCheck check(RegistryStore store, String digest, Instant now) throws IOException {
        List<SignedPayload> signatures = new ArrayList<>();
        int otherForms = 0;
        for (JsonNode manifest : manifests(store, digest)) {
            int before = signatures.size();
            take(store, manifest, signatures);
            otherForms += signatures.size() == before ? 1 : 0;
        }
        Set<String> signers = new LinkedHashSet<>();
        for (SignedPayload each : signatures) {
            if (each.isOf(digest)) {
                each.signer(roots, now).ifPresent(signers::add);
            }
        }
        if (!signers.isEmpty()) {
            return new SignatureCheck(State.VERIFIED, digest, List.copyOf(signers), "");
        }
        if (signatures.isEmpty() && otherForms > 0) {
            return new SignatureCheck(
                    State.UNKNOWN,
                    digest,
                    List.of(),
                    "it has signatures of a form that is not read (sigstore bundles)");
        }
        return new SignatureCheck(
                State.UNVERIFIED,
                digest,
                List.of(),
                signatures.isEmpty()
                        ? "it has no signature"
                        : signatures.size() + " signatures, none of this image by somebody who is trusted");
    }

    /** Manifests that hold signatures: by tag, and those that refer to the image. */
    private static List<JsonNode> manifests(RegistryStore store, String digest) throws IOException {
        List<JsonNode> manifests = new ArrayList<>();
        try {
            manifests.add(json(store.manifest(digest.replace(':', '-') + ".sig").bytes()));
        } catch (ScanFailed e) {
            if (e.reason() != Reason.NOT_FOUND) {
                throw e;
            }
        }
        for (JsonNode each : store.referrers(digest)) {
            String type = each.path("artifactType").asString("");
            boolean signs = type.contains("cosign") && type.contains("sig") || type.contains("sigstore.bundle");
            if (signs && manifests.size() < MOST_SIGNATURES) {
                manifests.add(
                        json(store.manifest(each.path("digest").asString("")).bytes()));
            }
        }
        return manifests;
    }

    private static void take(BlobStore store, JsonNode manifest, List<SignedPayload> into) throws IOException {
        for (JsonNode layer : manifest.path("layers")) {
            JsonNode annotations = layer.path("annotations");
            String signature = annotations.path(SIGNATURE).asString("");
            if (!layer.path("mediaType").asString("").equals(PAYLOAD)
                    || signature.isEmpty()
                    || into.size() >= MOST_SIGNATURES) {
                continue;
            }
            String digest = layer.path("digest").asString("");
            Digesting verified = Digesting.of(digest);
            byte[] payload = BoundedRead.of(store.blob(digest), MOST_PAYLOAD, "a signature");
            verified.update(payload, 0, payload.length);
            verified.verify("a signature");
            into.add(new SignedPayload(
                    payload,
                    decoded(signature),
                    annotations.path(CERTIFICATE).asString(""),
                    annotations.path(CHAIN).asString("")));
        }
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

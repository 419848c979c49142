package dev.breakwater.scanner.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One signature as a registry holds it: bytes that name the digest of an image, and a signature over them. Nothing in it is
 * to be trusted before {@link SignatureVerifier} has looked at it.
 *
 * @param type of the payload in an envelope (DSSE), as in sigstore bundles; empty = cosign's "simple signing" payload
 * @param payload the bytes that name the image
 * @param signature over them, or over the envelope's encoding of them
 * @param certificate the signer's, PEM, empty = signed by a bare key
 * @param chain certificates between it and its authority, PEM
 * @param log that a log recorded it, {@code null} = it does not come with such
 */
@SuppressWarnings("ArrayRecordComponent")
public record SignedPayload(
        String type,
        byte[] payload,
        byte[] signature,
        String certificate,
        String chain,
        @Nullable LogEntry log) {

    static final String IN_TOTO = "application/vnd.in-toto+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SIMPLE_SIGNING = "cosign container image signature";
    private static final String SIGNED_BY_COSIGN = "https://sigstore.dev/cosign/sign/v1";

    /** How many bytes it takes. */
    int size() {
        return payload.length
                + signature.length
                + certificate.length()
                + chain.length()
                + (log == null ? 0 : log.size());
    }

    /** Whether it speaks of this digest, and says that this is what is signed. */
    boolean isOf(String digest) {
        try {
            JsonNode said = JSON.readTree(payload);
            return type.isEmpty() ? isSimpleSigning(said, digest) : isStatement(said, digest);
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isSimpleSigning(JsonNode said, String digest) {
        JsonNode critical = said.path("critical");
        return critical.path("type").asString("").equals(SIMPLE_SIGNING)
                && critical.path("image")
                        .path("docker-manifest-digest")
                        .asString("")
                        .equals(digest);
    }

    /** An in-toto statement; those of other predicates (provenance, bills of materials) sign no image. */
    private static boolean isStatement(JsonNode said, String digest) {
        int colon = digest.indexOf(':');
        if (colon < 0 || !isSignature(said)) {
            return false;
        }
        for (JsonNode subject : said.path("subject")) {
            if (subject.path("digest")
                    .path(digest.substring(0, colon))
                    .asString("")
                    .equals(digest.substring(colon + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a statement is one that signs. */
    static boolean isSignature(JsonNode statement) {
        return statement.path("_type").asString("").startsWith("https://in-toto.io/Statement/")
                && statement.path("predicateType").asString("").equals(SIGNED_BY_COSIGN);
    }

    /** Whether this key made the signature. */
    boolean verifies(PublicKey key) {
        return verifies(key, signedBytes(), signature);
    }

    /** Whether this key signed these bytes so. */
    static boolean verifies(PublicKey key, byte[] bytes, byte[] signature) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "Ed25519";
        };
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** When a log that is trusted recorded it; empty = none says so. */
    Optional<Instant> recorded(X509Certificate signer, List<TrustRoots.NamedKey> logs) {
        return log == null ? Optional.empty() : log.recorded(this, signer, logs);
    }

    /** What is signed of an envelope: its pre-authentication encoding (secure-systems-lab, DSSE v1). */
    byte[] signedBytes() {
        if (type.isEmpty()) {
            return payload;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(("DSSEv1 " + name.length + " ").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(name);
        bytes.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }
}

package dev.breakwater.scanner.signature;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads sigstore bundles (version 0.3 and before, JSON): an envelope with a statement, and the key or certificate that signed it. */
final class SignatureBundle {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CERTIFICATES = 10;

    /**
     * What a bundle holds.
     *
     * @param signatures none if it is an attestation of something else than "signed"
     * @param unread whether it may hold a signature, of a form that is not read
     */
    record Content(List<SignedPayload> signatures, boolean unread) {}

    private SignatureBundle() {}

    static Content read(byte[] bytes) {
        try {
            JsonNode bundle = JSON.readTree(bytes);
            JsonNode envelope = bundle.path("dsseEnvelope");
            if (!envelope.path("payloadType").asString("").equals(SignedPayload.IN_TOTO)) {
                return new Content(List.of(), true);
            }
            byte[] payload = bytes(envelope.path("payload"));
            if (!SignedPayload.isSignature(JSON.readTree(payload))) {
                return new Content(List.of(), false);
            }
            List<String> certificates = certificates(bundle.path("verificationMaterial"));
            List<SignedPayload> signatures = new ArrayList<>();
            for (JsonNode each : envelope.path("signatures")) {
                if (signatures.size() < FoundSignatures.MOST) {
                    signatures.add(new SignedPayload(
                            SignedPayload.IN_TOTO,
                            payload,
                            bytes(each.path("sig")),
                            certificates.isEmpty() ? "" : certificates.getFirst(),
                            String.join(
                                    "", certificates.subList(Math.min(1, certificates.size()), certificates.size())),
                            LogEntry.ofMaterial(bundle.path("verificationMaterial"))
                                    .orElse(null)));
                }
            }
            return new Content(signatures, signatures.isEmpty());
        } catch (JacksonException | IllegalArgumentException e) {
            return new Content(List.of(), true);
        }
    }

    /** The signer's first, PEM. */
    private static List<String> certificates(JsonNode material) {
        List<String> certificates = new ArrayList<>();
        JsonNode one = material.path("certificate").path("rawBytes");
        if (!one.asString("").isEmpty()) {
            certificates.add(pem(one));
        }
        for (JsonNode each : material.path("x509CertificateChain").path("certificates")) {
            if (certificates.size() < MOST_CERTIFICATES) {
                certificates.add(pem(each.path("rawBytes")));
            }
        }
        return certificates;
    }

    private static String pem(JsonNode der) {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(bytes(der))
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] bytes(JsonNode base64) {
        return Base64.getMimeDecoder().decode(base64.asString(""));
    }
}

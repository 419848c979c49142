package dev.breakwater.scanner.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a transparency log (Rekor) recorded a signature, and when. It proves that a certificate which lives for minutes was
 * valid as it was used.
 *
 * @param body what was recorded, JSON
 * @param integratedTime when, seconds since 1970
 * @param logId of the log, hexadecimal
 * @param promise the log's signature over all of this, the "signed entry timestamp"
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogEntry(byte[] body, long integratedTime, long logIndex, String logId, byte[] promise) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    /** How many bytes it takes. */
    int size() {
        return body.length + promise.length + logId.length();
    }

    /** When one of these logs recorded this signature by this certificate; empty = none says so. */
    Optional<Instant> recorded(SignedPayload signed, X509Certificate signer, List<TrustRoots.NamedKey> logs) {
        return isPromised(logs) && isOf(signed, signer)
                ? Optional.of(Instant.ofEpochSecond(integratedTime))
                : Optional.empty();
    }

    /** Whether one of these logs said so. */
    boolean isPromised(List<TrustRoots.NamedKey> logs) {
        byte[] said = canonical();
        return logs.stream().anyMatch(log -> SignedPayload.verifies(log.key(), said, promise));
    }

    /** What the log signs: canonical JSON (RFC 8785) of the entry. */
    private byte[] canonical() {
        String id = ID.matcher(logId).matches() ? logId : "";
        return ("{\"body\":\"" + Base64.getEncoder().encodeToString(body) + "\",\"integratedTime\":" + integratedTime
                        + ",\"logID\":\"" + id + "\",\"logIndex\":" + logIndex + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean isOf(SignedPayload signed, X509Certificate signer) {
        try {
            JsonNode entry = JSON.readTree(body);
            JsonNode spec = entry.path("spec");
            return switch (entry.path("kind").asString("")) {
                case "hashedrekord" ->
                    isHash(spec.path("data").path("hash"), signed.signedBytes())
                            && isBy(
                                    spec.path("signature").path("content"),
                                    spec.path("signature").path("publicKey").path("content"),
                                    signed,
                                    signer);
                case "dsse" -> isHash(spec.path("payloadHash"), signed.payload()) && isOneOf(spec, signed, signer);
                default -> false;
            };
        } catch (JacksonException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOneOf(JsonNode spec, SignedPayload signed, X509Certificate signer) {
        for (JsonNode each : spec.path("signatures")) {
            if (isBy(each.path("signature"), each.path("verifier"), signed, signer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHash(JsonNode hash, byte[] of) {
        try {
            return hash.path("algorithm").asString("").equals("sha256")
                    && hash.path("value")
                            .asString("")
                            .equals(HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(of)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static boolean isBy(JsonNode signature, JsonNode pem, SignedPayload signed, X509Certificate signer) {
        Base64.Decoder base64 = Base64.getDecoder();
        String certificate = new String(base64.decode(pem.asString("")), StandardCharsets.US_ASCII);
        return Arrays.equals(base64.decode(signature.asString("")), signed.signature())
                && TrustRoots.certificates(certificate).stream()
                        .findFirst()
                        .filter(signer::equals)
                        .isPresent();
    }

    /** As cosign keeps it beside a simple signing payload; empty = it is none. */
    static Optional<LogEntry> ofAnnotation(String json) {
        try {
            JsonNode bundle = JSON.readTree(json);
            JsonNode payload = bundle.path("Payload");
            return of(
                    payload.path("body").asString(""),
                    payload.path("integratedTime").asLong(0),
                    payload.path("logIndex").asLong(0),
                    payload.path("logID").asString(""),
                    bundle.path("SignedEntryTimestamp").asString(""));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The first of a sigstore bundle that has a promise; empty = there is none. */
    static Optional<LogEntry> ofMaterial(JsonNode material) {
        for (JsonNode each : material.path("tlogEntries")) {
            Optional<LogEntry> entry = of(
                    each.path("canonicalizedBody").asString(""),
                    each.path("integratedTime").asLong(0),
                    each.path("logIndex").asLong(0),
                    hex(each.path("logId").path("keyId").asString("")),
                    each.path("inclusionPromise").path("signedEntryTimestamp").asString(""));
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    private static Optional<LogEntry> of(String body, long time, long index, String id, String promise) {
        try {
            return body.isEmpty() || promise.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LogEntry(
                            Base64.getDecoder().decode(body),
                            time,
                            index,
                            id,
                            Base64.getDecoder().decode(promise)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String hex(String base64) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

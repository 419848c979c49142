package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.policy.Evidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evidence as it is kept.
 *
 * @param hash tells whether it changed, 16 bytes
 */
record EvidenceJson(String json, byte[] hash) {

    private static final int HASH_BYTES = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    static EvidenceJson of(List<Evidence> evidence) {
        String json = JSON.writeValueAsString(evidence);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return new EvidenceJson(json, Arrays.copyOf(hash, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static List<Evidence> read(String json) {
        return JSON.readValue(json, EVIDENCE);
    }
}

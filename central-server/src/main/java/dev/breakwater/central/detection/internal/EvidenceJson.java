package dev.breakwater.central.detection.internal;

import dev.breakwater.engine.policy.Evidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Evidence as it is kept, and a hash of it that tells whether it changed. */
final class EvidenceJson {

    private static final int HASH_BYTES = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private EvidenceJson() {}

    static String write(List<Evidence> evidence) {
        return JSON.writeValueAsString(evidence);
    }

    static List<Evidence> read(String json) {
        return JSON.readValue(json, EVIDENCE);
    }

    static byte[] hash(List<Evidence> evidence) {
        return hash(write(evidence));
    }

    static byte[] hash(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package dev.breakwater.central.compliance.internal;

import com.github.luben.zstd.Zstd;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all checks say of one workload, as it is kept.
 *
 * @param evidence by check, of what fails or is unknown
 */
record WorkloadAnswers(
        List<String> failed, List<String> unknown, List<String> notApplicable, Map<String, List<Evidence>> evidence) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<Evidence>>> EVIDENCE = new TypeReference<>() {};
    private static final int MOST_OF_A_CHECK = 20;
    private static final int FINGERPRINT_BYTES = 16;
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    static WorkloadAnswers of(List<CheckResult> results) {
        Map<String, List<Evidence>> evidence = new TreeMap<>();
        for (CheckResult result : results) {
            if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.UNKNOWN) {
                evidence.put(
                        result.check(),
                        result.evidence().stream().limit(MOST_OF_A_CHECK).toList());
            }
        }
        return new WorkloadAnswers(
                those(results, Outcome.FAIL),
                those(results, Outcome.UNKNOWN),
                those(results, Outcome.NOT_APPLICABLE),
                evidence);
    }

    private static List<String> those(List<CheckResult> results, Outcome outcome) {
        return results.stream()
                .filter(result -> result.outcome() == outcome)
                .map(CheckResult::check)
                .sorted()
                .toList();
    }

    /** The evidence as JSON: it is large, and wanted twice. */
    byte[] json() {
        return JSON.writeValueAsBytes(evidence);
    }

    byte[] document() {
        return document(json());
    }

    /**
     * The evidence as it is kept.
     *
     * @param json of {@link #json}
     */
    static byte[] document(byte[] json) {
        return Zstd.compress(json);
    }

    /**
     * The same for equal answers: what did not change is not written.
     *
     * @param json of {@link #json}
     */
    byte[] fingerprint(long catalogue, byte[] json) {
        byte[] others = JSON.writeValueAsBytes(List.of(catalogue, failed, unknown, notApplicable));
        MessageDigest digest = sha256();
        digest.update(others, 0, others.length - 1);
        digest.update((byte) ',');
        digest.update(json);
        digest.update((byte) ']');
        return Arrays.copyOf(digest.digest(), FINGERPRINT_BYTES);
    }

    static Map<String, List<Evidence>> evidence(byte[] document) {
        long size = Zstd.getFrameContentSize(document);
        if (size < 0 || size > MOST_BYTES) {
            throw new IllegalStateException("evidence of " + size + " bytes; at most " + MOST_BYTES);
        }
        byte[] json = Zstd.decompress(document, (int) size);
        return JSON.readValue(new String(json, StandardCharsets.UTF_8), EVIDENCE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

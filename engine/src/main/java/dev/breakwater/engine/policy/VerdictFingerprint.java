package dev.breakwater.engine.policy;

import dev.breakwater.engine.policy.Verdict.Outcome;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What the policies say of one workload in 16 bytes: equal where all outcomes are. Two sides that judge the same facts by the
 * same policies can compare what they found without telling it. Evidence and reasons are left out: a side may know better why
 * something is unknown.
 */
public final class VerdictFingerprint {

    /** Bytes of a fingerprint. */
    public static final int BYTES = 16;

    private VerdictFingerprint() {}

    /** The fingerprint of a workload's verdicts, in whatever order they are. */
    public static byte[] of(Collection<Verdict> verdicts) {
        List<Verdict> telling = verdicts.stream()
                // What is clean on one side may be left out of the policies of the other.
                .filter(verdict -> verdict.outcome() != Outcome.CLEAN && verdict.outcome() != Outcome.OUT_OF_SCOPE)
                .sorted(Comparator.comparing(Verdict::policyId))
                .toList();
        MessageDigest digest = sha256();
        ByteBuffer id = ByteBuffer.allocate(2 * Long.BYTES);
        for (Verdict verdict : telling) {
            id.clear()
                    .putLong(verdict.policyId().getMostSignificantBits())
                    .putLong(verdict.policyId().getLeastSignificantBits());
            digest.update(id.array());
            digest.update(verdict.outcome().name().getBytes(StandardCharsets.US_ASCII));
        }
        return Arrays.copyOf(digest.digest(), BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.central.fleet.SensorJudgement;
import dev.breakwater.contracts.v1.CentralMessage;
import dev.breakwater.contracts.v1.PolicySet;
import dev.breakwater.contracts.v1.Verdicts;
import dev.breakwater.engine.policy.VerdictFingerprint;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The policies that one stream was sent, and the verdicts that come back on it. For the stream's own thread. */
final class SensorVerdicts {

    private static final int ENTRY_BYTES = 2 * Long.BYTES + VerdictFingerprint.BYTES;
    private static final int MOST = 500_000;
    private static final int MOST_CHARACTERS_AT_ONCE = 200_000;

    private final SensorJudgement judgement;
    private final Outbound outbound;
    private final Map<UUID, byte[]> arriving = new HashMap<>();
    private long sent = Long.MIN_VALUE;

    SensorVerdicts(SensorJudgement judgement, Outbound outbound) {
        this.judgement = judgement;
        this.outbound = outbound;
    }

    /** Sends the policies if the sensor does not have the present ones. */
    void sendPolicies() {
        if (judgement.revision() == sent) {
            return;
        }
        SensorJudgement.PolicyDocuments policies = judgement.policies();
        List<String> piece = new ArrayList<>();
        int characters = 0;
        for (String document : policies.documents()) {
            if (!piece.isEmpty() && characters + document.length() > MOST_CHARACTERS_AT_ONCE) {
                send(policies.revision(), piece, false);
                piece.clear();
                characters = 0;
            }
            piece.add(document);
            characters += document.length();
        }
        send(policies.revision(), piece, true);
        sent = policies.revision();
    }

    private void send(long revision, List<String> documents, boolean last) {
        outbound.send(CentralMessage.newBuilder()
                .setPolicySet(PolicySet.newBuilder()
                        .setRevision(revision)
                        .addAllDocuments(documents)
                        .setLast(last))
                .build());
    }

    /** @throws ProtocolViolation if they cannot be read, or are more than a cluster can have */
    void take(UUID clusterId, Verdicts verdicts) {
        ByteBuffer entries = verdicts.getEntries().asReadOnlyByteBuffer();
        if (entries.remaining() % ENTRY_BYTES != 0) {
            throw new ProtocolViolation(
                    "verdicts have " + entries.remaining() + " bytes; allowed: a multiple of " + ENTRY_BYTES);
        }
        if (arriving.size() + entries.remaining() / ENTRY_BYTES > MOST) {
            throw new ProtocolViolation("verdicts of more than " + MOST + " workloads");
        }
        while (entries.hasRemaining()) {
            UUID id = new UUID(entries.getLong(), entries.getLong());
            byte[] fingerprint = new byte[VerdictFingerprint.BYTES];
            entries.get(fingerprint);
            arriving.put(id, fingerprint);
        }
        if (verdicts.getLast()) {
            judgement.told(
                    clusterId,
                    new SensorJudgement.Told(verdicts.getPolicyRevision(), judgedAt(verdicts), Map.copyOf(arriving)));
            arriving.clear();
        }
    }

    private static Instant judgedAt(Verdicts verdicts) {
        try {
            return Instant.ofEpochSecond(
                    verdicts.getJudgedAt().getSeconds(), verdicts.getJudgedAt().getNanos());
        } catch (DateTimeException e) {
            throw new ProtocolViolation("judged_at is no instant");
        }
    }
}

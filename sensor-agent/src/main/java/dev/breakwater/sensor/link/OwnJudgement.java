package dev.breakwater.sensor.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.breakwater.contracts.v1.PolicySet;
import dev.breakwater.contracts.v1.Verdicts;
import dev.breakwater.engine.check.WholeCluster;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.engine.policy.VerdictFingerprint;
import dev.breakwater.sensor.facts.Fact;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the sensor's own facts by the policies that central sent, so that both sides can be compared. Outlives the streams: the
 * policies are kept until central sends others. Driven by the thread of a session; only the judging runs on its own.
 */
final class OwnJudgement {

    private static final Logger LOG = LoggerFactory.getLogger(OwnJudgement.class);
    private static final Duration BETWEEN = Duration.ofSeconds(60);

    /** After this long the same is told again: what differs twice is no coincidence of a change on its way. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private static final int MOST_DOCUMENTS = 20_000;
    private static final int ENTRY = 2 * Long.BYTES + VerdictFingerprint.BYTES;
    private static final int ENTRIES_AT_ONCE = 10_000;

    /** Kinds that no verdict reads. */
    private static final Set<ObjectKind> NOT_READ = EnumSet.of(ObjectKind.SECRET, ObjectKind.NODE);

    private record Policies(long revision, CompiledPolicies compiled) {}

    private final String cluster;
    private final Source source;
    private final InstantSource clock;
    private final List<String> arriving = new ArrayList<>();
    private final AtomicReference<List<Verdicts>> results = new AtomicReference<>(List.of());
    private @Nullable Policies policies;
    private @Nullable Thread running;
    private long judgedVersion = -1;
    private long judgedRevision = -1;
    private Instant notBefore = Instant.EPOCH;

    OwnJudgement(String cluster, Source source, InstantSource clock) {
        this.cluster = cluster;
        this.source = source;
        this.clock = clock;
    }

    /** Takes a piece of a set; with the last one the set is judged by. */
    void receive(PolicySet piece) {
        if (arriving.size() + piece.getDocumentsCount() > MOST_DOCUMENTS) {
            LOG.warn("more policies than a sensor takes cluster={} most={}", cluster, MOST_DOCUMENTS);
            arriving.clear();
            return;
        }
        arriving.addAll(piece.getDocumentsList());
        if (piece.getLast()) {
            policies = compile(piece.getRevision(), arriving);
            notBefore = Instant.EPOCH;
            arriving.clear();
        }
    }

    /** None if one of them cannot be read here: verdicts of a part would pass for those of all. */
    private @Nullable Policies compile(long revision, List<String> documents) {
        try {
            List<Policy> all = new ArrayList<>();
            for (String document : documents) {
                all.addAll(PolicyDocument.read(document));
            }
            return new Policies(revision, CompiledPolicies.compile(all));
        } catch (PolicyRejected e) {
            LOG.warn(
                    "policies of central are not readable here, nothing is judged cluster={} revision={} reason={}",
                    cluster,
                    revision,
                    e.getMessage());
            return null;
        }
    }

    /**
     * Begins to judge if facts or policies changed since it last did, a minute after that at the earliest.
     *
     * @param whenDone called on another thread
     */
    void startIfDue(Instant now, Runnable whenDone) {
        Policies by = policies;
        long version = source.facts().version();
        boolean same = by != null
                && by.revision() == judgedRevision
                && version == judgedVersion
                && now.isBefore(notBefore.plus(AGAIN));
        boolean busy = running != null && running.isAlive();
        if (by == null || same || busy || now.isBefore(notBefore)) {
            return;
        }
        judgedVersion = version;
        judgedRevision = by.revision();
        notBefore = now.plus(BETWEEN);
        running = Thread.ofPlatform().daemon().name("own-judgement-" + cluster).start(() -> {
            try {
                results.set(judge(by));
                whenDone.run();
            } catch (RuntimeException e) {
                LOG.error("own judgement failed cluster={}", cluster, e);
            }
        });
    }

    /** What was found since this was last asked, in messages of a size that the link takes. */
    List<Verdicts> finished() {
        return results.getAndSet(List.of());
    }

    private List<Verdicts> judge(Policies by) {
        Instant now = clock.instant();
        List<ClusterObject> objects = source.facts().all().stream()
                .filter(fact -> !NOT_READ.contains(fact.kind()))
                .map(Fact::object)
                .toList();
        WholeCluster whole = new WholeCluster(cluster, objects, source.status().seen());
        List<WorkloadSpec> workloads = whole.workloads();
        List<Verdicts> messages = new ArrayList<>();
        for (int from = 0; from == 0 || from < workloads.size(); from += ENTRIES_AT_ONCE) {
            List<WorkloadSpec> some = workloads.subList(from, Math.min(workloads.size(), from + ENTRIES_AT_ONCE));
            ByteBuffer entries = ByteBuffer.allocate(some.size() * ENTRY);
            for (WorkloadSpec spec : some) {
                UUID id = spec.key().idIn(cluster);
                entries.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
                entries.put(VerdictFingerprint.of(by.compiled().judge(whole.assemble(spec), now)));
            }
            messages.add(Verdicts.newBuilder()
                    .setPolicyRevision(by.revision())
                    .setJudgedAt(Timestamp.newBuilder()
                            .setSeconds(now.getEpochSecond())
                            .setNanos(now.getNano()))
                    .setEntries(ByteString.copyFrom(entries.flip()))
                    .setLast(from + ENTRIES_AT_ONCE >= workloads.size())
                    .build());
        }
        return messages;
    }
}

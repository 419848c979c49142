package dev.breakwater.central.detection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether central and the sensor of a cluster find the same in its workloads. Both judge the same facts by the same policies, so
 * a difference means that one of them does not see or judge as it should.
 *
 * @param reportedAt when the sensor last told what it found, {@code null} = never
 * @param workloads how many the sensor judged
 * @param agreeing of these, those that central says the same of
 * @param waiting those that cannot be compared yet: central judges them anew, or knows more of their images than the sensor
 * @param suspected those that differed in the last report for the first time, perhaps because something changed in between
 * @param differing how many differed in two reports one after the other
 * @param examples some of these
 */
public record Agreement(
        UUID clusterId,
        String cluster,
        State state,
        @Nullable Instant reportedAt,
        int workloads,
        int agreeing,
        int waiting,
        int suspected,
        int differing,
        List<Differing> examples) {

    /** How it stands. */
    public enum State {
        /** The sensor told nothing for half an hour: it is not connected, of an older version, or cannot read a policy. */
        UNKNOWN,
        /** What it told was judged by other policies than the present ones; it judges anew. */
        WAITING,
        AGREES,
        DIFFERS
    }

    /** A workload that both sides judge differently; without a name if central does not know it. */
    public record Differing(UUID workloadId, String namespace, String kind, String name) {}

    public Agreement {
        examples = List.copyOf(examples);
    }
}

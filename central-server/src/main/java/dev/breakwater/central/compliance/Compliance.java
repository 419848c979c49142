package dev.breakwater.central.compliance;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads whether clusters meet standards. */
public interface Compliance {

    /** The most objects of one check that are told at once. */
    int MOST_OBJECTS = 200;

    /**
     * A standard in a cluster.
     *
     * @param controls its controls by how they come out
     * @param attested those of the passed that pass by the word of a person, wholly or in part
     * @param evaluatedAt {@code null} = nobody has looked yet
     */
    record Cell(
            String standard,
            UUID clusterId,
            String cluster,
            Tally controls,
            long attested,
            @Nullable Instant evaluatedAt) {

        /** One in which no control passes by a word. */
        public Cell(String standard, UUID clusterId, String cluster, Tally controls, @Nullable Instant evaluatedAt) {
            this(standard, clusterId, cluster, controls, 0, evaluatedAt);
        }
    }

    /**
     * A check of a control in a cluster.
     *
     * @param answers of its objects
     */
    record CheckAnswer(Check check, UUID clusterId, String cluster, Tally answers) {}

    /**
     * A step of a control's history.
     *
     * @param before {@code null} = the first look
     * @param objects the first of those that began or ceased to fail
     */
    record Step(
            UUID clusterId,
            String cluster,
            @Nullable String before,
            String after,
            long passed,
            long failed,
            long unknown,
            long excepted,
            String cause,
            List<Moved> objects,
            Instant at) {

        public Step {
            objects = List.copyOf(objects);
        }
    }

    /**
     * An object that a step of a control's history comes from.
     *
     * @param change {@code FAILS}: it began to fail; {@code NEW}: it is new and fails; {@code MENDED}: it fails no more; {@code GONE}
     * @param check empty = whichever it failed
     * @param why what changed of it, in words
     */
    record Moved(String change, String check, String kind, String namespace, String name, String why) {}

    /**
     * A control with everything that is known of it.
     *
     * @param results one for each cluster in the scope
     * @param attestations of it, and of the same control in the standard that a profile takes it from unchanged
     */
    record ControlDetail(
            Standard standard,
            Standard.Control control,
            List<ControlResult> results,
            List<CheckAnswer> checks,
            List<Attestation> attestations,
            List<ControlException> exceptions,
            List<Step> history) {}

    List<Standard> standards();

    /**
     * Each standard in each cluster of which the reader sees anything. Where that is single namespaces, or one owner is asked for, the
     * workloads of those answer, by the checks of workloads alone: the number is theirs, and not that of the cluster.
     *
     * @param owner only what this team answers for, empty = everything in the scope
     */
    List<Cell> cells(AccessScope scope, String owner);

    /** The same for everything in the scope. */
    default List<Cell> cells(AccessScope scope) {
        return cells(scope, "");
    }

    /** Results as a list, computed as {@link #cells}; {@code standard:}, {@code control:}, {@code cluster:} and {@code outcome:} filter. */
    Page<ControlResult> results(ListRequest request, AccessScope scope, String owner);

    /** The same for everything in the scope. */
    default Page<ControlResult> results(ListRequest request, AccessScope scope) {
        return results(request, scope, "");
    }

    /** The teams that answer for workloads in the scope, at most 200. */
    List<String> owners(AccessScope scope);

    /**
     * One control in all clusters.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such standard or control
     */
    ControlDetail control(String standard, String control, AccessScope scope, String owner);

    /** The same for everything in the scope. */
    default ControlDetail control(String standard, String control, AccessScope scope) {
        return control(standard, control, scope, "");
    }

    /**
     * The objects of a check that fail or are unknown, the failing ones first, at most {@link #MOST_OBJECTS}.
     *
     * @param cluster {@code null} = all in the scope
     */
    List<ControlResult.Sample> objects(String check, @Nullable UUID cluster, AccessScope scope, String owner);

    /** The same for everything in the scope. */
    default List<ControlResult.Sample> objects(String check, @Nullable UUID cluster, AccessScope scope) {
        return objects(check, cluster, scope, "");
    }
}

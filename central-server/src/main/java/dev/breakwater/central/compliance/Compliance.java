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
     * @param evaluatedAt {@code null} = nobody has looked yet
     */
    record Cell(
            String standard,
            UUID clusterId,
            String cluster,
            Tally controls,
            @Nullable Instant evaluatedAt) {}

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
     */
    record Step(
            UUID clusterId,
            String cluster,
            @Nullable String before,
            String after,
            long passed,
            long failed,
            long unknown,
            String cause,
            Instant at) {}

    /**
     * A control with everything that is known of it.
     *
     * @param results one for each cluster in the scope
     */
    record ControlDetail(
            Standard standard,
            Standard.Control control,
            List<ControlResult> results,
            List<CheckAnswer> checks,
            List<Attestation> attestations,
            List<Step> history) {}

    List<Standard> standards();

    /** Each standard in each cluster that the reader sees wholly. */
    List<Cell> cells(AccessScope scope);

    /** Results as a list; {@code standard:}, {@code control:}, {@code cluster:} and {@code outcome:} filter. */
    Page<ControlResult> results(ListRequest request, AccessScope scope);

    /**
     * One control in all clusters.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such standard or control
     */
    ControlDetail control(String standard, String control, AccessScope scope);

    /**
     * The objects of a check that fail or are unknown, the failing ones first, at most {@link #MOST_OBJECTS}.
     *
     * @param cluster {@code null} = all in the scope
     */
    List<ControlResult.Sample> objects(String check, @Nullable UUID cluster, AccessScope scope);
}

package dev.breakwater.central.vulnerabilities;

import dev.breakwater.engine.model.Severity;
import java.util.List;
import java.util.UUID;

/**
 * What an exception hides.
 *
 * @param findings packages in images where they run that count now, or would without it: what is not counted any more
 * @param already those besides that another decision has off the count already
 * @param workloads in which one of them is
 * @param images in which one of them is
 * @param severity the gravest of them
 * @param facts what it would be approved on
 * @param samples the first workloads by name
 */
public record ExceptionPreview(
        int findings, int already, int workloads, int images, Severity severity, Facts facts, List<Sample> samples) {

    /**
     * What an exception is approved on. When one of them turns true that was not, it ends.
     *
     * @param fixKnown a version mends it
     * @param exploited it is known to be exploited
     * @param exposed one of the workloads can be reached from outside
     */
    public record Facts(boolean fixKnown, boolean exploited, boolean exposed) {}

    /** A workload in which it would be hidden. */
    public record Sample(UUID id, String cluster, String namespace, String kind, String name) {}
}

package dev.breakwater.central.detection;

import dev.breakwater.engine.policy.Evidence;
import java.time.Instant;
import java.util.List;

/**
 * The object of a violation as central has read it, in YAML. What the model does not keep is not in it, and a value that
 * stayed in the cluster stands there as what it was.
 *
 * @param generation of the object, 0 = not known
 * @param readAt when it last changed here
 * @param lines of the YAML, from the first on
 * @param findings where the evidence stands
 */
public record SeenObject(long generation, Instant readAt, List<String> lines, List<Finding> findings) {

    /**
     * A piece of evidence with its place.
     *
     * @param line number of the line, from 1; what is missing is at the line of what it is missing from; 0 = it does not
     *     stand in this object
     */
    public record Finding(Evidence evidence, int line) {}

    public SeenObject {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }
}

package dev.breakwater.central.compliance;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the checks of machines say of single nodes. */
public interface NodeResults {

    /**
     * What a check says of a node.
     *
     * @param evidence what was found where it fails, what was missing where it is unknown; empty where it passes
     * @param controls that ask it, as {@code standard/control}
     */
    record Answer(Check check, Outcome outcome, List<Evidence> evidence, List<String> controls) {

        public Answer {
            evidence = List.copyOf(evidence);
            controls = List.copyOf(controls);
        }
    }

    /**
     * All answers of a node.
     *
     * @param collectedAt when the look began that they are judged by, {@code null} = there is none that is fresh: all are unknown
     * @param answers the failing ones first, then the unknown, then what passes, last what does not apply
     */
    record OfNode(@Nullable Instant collectedAt, @Nullable Instant judgedAt, List<Answer> answers) {

        public OfNode {
            answers = List.copyOf(answers);
        }
    }

    /**
     * What the checks say of a node.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such node, or the reader may not see it
     */
    OfNode of(UUID nodeId, AccessScope scope);
}

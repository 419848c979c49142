package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.ViolationTransition.Kind;
import dev.breakwater.central.fleet.BatchStage;
import dev.breakwater.central.fleet.ReceivedBatch;
import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.central.inventory.TouchedWorkloads;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Judges the workloads that a batch changed, and closes what was open of those that it removed. */
@Component
@Order(BatchStage.JUDGE)
class JudgeStage implements BatchStage {

    /** The cause where violations end with their workload. */
    static final String DELETED = "the workload was deleted";

    private final Judge judge;
    private final DueQueue due;
    private final ViolationTable violations;
    private final Transitions transitions;

    JudgeStage(Judge judge, DueQueue due, ViolationTable violations, Transitions transitions) {
        this.judge = judge;
        this.due = due;
        this.violations = violations;
        this.transitions = transitions;
    }

    @Override
    public String name() {
        return "detection";
    }

    @Override
    public void apply(ReceivedBatch batch) {
        TouchedWorkloads touched = batch.left(TouchedWorkloads.class);
        if (touched == null) {
            return;
        }
        if (!touched.removed().isEmpty()) {
            List<UUID> closed =
                    violations.closeAll(touched.removed(), batch.receivedAt(), DELETED, batch.correlationId());
            transitions.stored(closed, Kind.RESOLVED, batch.receivedAt());
        }
        Map<UUID, String> changed = touched.changed();
        if (!changed.isEmpty()) {
            CompiledPolicySet policies = Objects.requireNonNull(
                    batch.left(CompiledPolicySet.class), "the policy set is held before anything is judged");
            judge.judge(policies, changed, due.lock(changed.keySet()), specs(batch));
        }
    }

    private static Map<UUID, WorkloadSpec> specs(ReceivedBatch batch) {
        Map<UUID, WorkloadSpec> specs = new HashMap<>();
        for (ReceivedObject received : batch.upserts()) {
            if (received.object() instanceof WorkloadSpec spec) {
                specs.put(received.id(), spec);
            }
        }
        return specs;
    }
}

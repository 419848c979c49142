package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.function.UnaryOperator;

/** What a workload is assembled from. */
public record Facts(WorkloadSpec spec, Surroundings surroundings) {

    Facts withSpec(UnaryOperator<WorkloadSpec> edit) {
        return new Facts(edit.apply(spec), surroundings);
    }

    Facts withSurroundings(UnaryOperator<SurroundingsEdit> edit) {
        return new Facts(spec, edit.apply(new SurroundingsEdit(surroundings)).build());
    }
}

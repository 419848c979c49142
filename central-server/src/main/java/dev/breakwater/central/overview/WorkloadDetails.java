package dev.breakwater.central.overview;

import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.engine.assembly.Assembler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Adds to rows what the facts of their workloads say, assembled as the judgement sees them. */
@Component
class WorkloadDetails {

    private final WorkloadFacts facts;
    private final Assembler assembler = new Assembler();

    WorkloadDetails(WorkloadFacts facts) {
        this.facts = facts;
    }

    /** The rows with their details, in order; without those whose workload went away since the rows were read. */
    List<WorkloadDetail> of(List<WorkloadRow> rows) {
        Map<UUID, LoadedWorkload> loaded =
                facts.load(rows.stream().map(WorkloadRow::id).toList());
        return rows.stream()
                .filter(row -> loaded.containsKey(row.id()))
                .map(row -> detail(row, loaded.get(row.id())))
                .toList();
    }

    private WorkloadDetail detail(WorkloadRow row, LoadedWorkload workload) {
        return WorkloadDetail.of(row, assembler.assemble(workload.spec(), workload.surroundings()));
    }
}

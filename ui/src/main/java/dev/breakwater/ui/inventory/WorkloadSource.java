package dev.breakwater.ui.inventory;

import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Workloads as the present reader may see them, with their ranks. */
@Component
public class WorkloadSource extends CentralSource<WorkloadRow> {

    private final Workloads workloads;

    WorkloadSource(Lists lists, Workloads workloads, ListDefinition<WorkloadRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("workload", "workloads"));
        this.workloads = workloads;
    }

    @Override
    public Page<WorkloadRow> page(ListRequest request) {
        return workloads.list(request, readers().scope());
    }

    @Override
    public WorkloadRow get(UUID id) {
        return workloads.get(id, readers().scope());
    }

    @Override
    public UUID idOf(WorkloadRow row) {
        return row.id();
    }

    @Override
    public String nameOf(WorkloadRow row) {
        return row.kind() + " " + row.name() + " in " + row.namespace();
    }

    @Override
    public Instant newSince(WorkloadRow row) {
        return row.firstSeenAt();
    }
}

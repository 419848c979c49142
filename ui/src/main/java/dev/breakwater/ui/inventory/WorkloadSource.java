package dev.breakwater.ui.inventory;

import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.ListSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Workloads as the present reader may see them. */
@Component
public class WorkloadSource implements ListSource<WorkloadRow> {

    private final Workloads workloads;
    private final ListDefinition<WorkloadRow> definition;
    private final Readers readers;

    WorkloadSource(Workloads workloads, ListDefinition<WorkloadRow> definition, Readers readers) {
        this.workloads = workloads;
        this.definition = definition;
        this.readers = readers;
    }

    @Override
    public Page<WorkloadRow> page(ListRequest request) {
        return workloads.list(request, readers.scope());
    }

    @Override
    public int count(String q) {
        return workloads.count(q, readers.scope());
    }

    @Override
    public List<FilterTerm> terms() {
        return definition.terms();
    }

    @Override
    public WorkloadRow get(UUID id) {
        return workloads.get(id, readers.scope());
    }

    @Override
    public UUID idOf(WorkloadRow row) {
        return row.id();
    }

    @Override
    public Instant newSince(WorkloadRow row) {
        return row.firstSeenAt();
    }

    @Override
    public String newestFirst() {
        return "-firstSeenAt";
    }
}

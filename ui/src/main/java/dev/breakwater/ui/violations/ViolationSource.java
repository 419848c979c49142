package dev.breakwater.ui.violations;

import dev.breakwater.central.detection.ViolationEvent;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
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

/** Violations as the present reader may see them. */
@Component
class ViolationSource implements ListSource<ViolationRow> {

    private final Violations violations;
    private final ListDefinition<ViolationRow> definition;
    private final Readers readers;

    ViolationSource(Violations violations, ListDefinition<ViolationRow> definition, Readers readers) {
        this.violations = violations;
        this.definition = definition;
        this.readers = readers;
    }

    @Override
    public Page<ViolationRow> page(ListRequest request) {
        return violations.list(request, readers.scope());
    }

    @Override
    public int count(String q) {
        return violations.count(q, readers.scope());
    }

    @Override
    public List<FilterTerm> terms() {
        return definition.terms();
    }

    @Override
    public ViolationRow get(UUID id) {
        return violations.get(id, readers.scope());
    }

    List<ViolationEvent> history(UUID id) {
        return violations.history(id, readers.scope());
    }

    @Override
    public UUID idOf(ViolationRow row) {
        return row.id();
    }

    @Override
    public Instant newSince(ViolationRow row) {
        return row.openedAt();
    }

    @Override
    public String newestFirst() {
        return "-openedAt";
    }
}

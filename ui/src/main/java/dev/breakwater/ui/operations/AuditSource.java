package dev.breakwater.ui.operations;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.central.audit.AuditLog;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.UUID;

/** The audit log, for administrators only. Its numbers stand in the last half of the ids that pages are opened by. */
@SpringComponent
class AuditSource extends CentralSource<AuditEntry> {

    private final AuditLog log;

    AuditSource(Lists lists, ListDefinition<AuditEntry> definition, Readers readers, AuditLog log) {
        super(lists, definition, readers, new Noun("entry of the audit log", "entries of the audit log"));
        this.log = log;
    }

    @Override
    public Page<AuditEntry> page(ListRequest request) {
        return log.list(request, reader());
    }

    @Override
    public AuditEntry get(UUID id) {
        return log.get(id.getLeastSignificantBits(), reader());
    }

    @Override
    public UUID idOf(AuditEntry row) {
        return new UUID(0, row.id());
    }

    @Override
    public String nameOf(AuditEntry row) {
        return row.actor() + " " + row.action() + " " + row.objectName();
    }

    @Override
    public Instant newSince(AuditEntry row) {
        return row.at();
    }

    @Override
    public String newestFirst() {
        return "-at";
    }
}

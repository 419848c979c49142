package dev.breakwater.central.audit;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reads the audit log. Only administrators may: it tells of every cluster. */
@Service
public class AuditLog {

    private final Lists lists;
    private final ListDefinition<AuditEntry> definition;

    AuditLog(Lists lists, ListDefinition<AuditEntry> definition) {
        this.lists = lists;
        this.definition = definition;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public Page<AuditEntry> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    /** Everything that matches, one after the other, in one snapshot. */
    @PreAuthorize("hasRole('ADMIN')")
    public void stream(String q, String sort, AccessScope scope, Consumer<AuditEntry> sink) {
        lists.stream(definition, q, sort, scope, sink);
    }

    /**
     * One entry.
     *
     * @throws NotFound if there is none by that number, or not in the scope
     */
    @PreAuthorize("hasRole('ADMIN')")
    public AuditEntry get(long id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("entry of the audit log", String.valueOf(id)));
    }
}

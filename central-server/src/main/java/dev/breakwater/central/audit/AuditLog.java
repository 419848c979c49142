package dev.breakwater.central.audit;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reads the audit log. Only administrators may: it tells of every cluster. */
@Service
public class AuditLog {

    /** The list behind it; global, so a narrowed scope sees none of it. */
    static final ListDefinition<AuditEntry> LIST = ListDefinition.<AuditEntry>of("audit-log")
            .select("a.*")
            .from("audit_log a")
            .id("a.id", KeyType.NUMBER)
            .term(Conditions.text("actor", "who", "a.actor"))
            .term(Conditions.text("action", "what was done", "a.action"))
            .term(Conditions.text("object", "sort of object", "a.object_type"))
            .term(Conditions.text("name", "name of the object", "a.object_name"))
            .term(Conditions.text("channel", "console, api or system", "a.channel"))
            .term(Conditions.age("age", "how long ago", "a.at"))
            .searches("a.object_name")
            .sort("at", "a.at", KeyType.INSTANT)
            .defaultSort("-at")
            .row(row -> new AuditEntry(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("actor"),
                    row.getString("channel"),
                    row.getString("action"),
                    row.getString("object_type"),
                    row.getString("object_id"),
                    row.getString("object_name"),
                    row.getString("before"),
                    row.getString("after"),
                    row.getString("source_ip"),
                    row.getString("request_id")));

    private final Lists lists;

    AuditLog(Lists lists) {
        this.lists = lists;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public Page<AuditEntry> list(ListRequest request, AccessScope scope) {
        return lists.page(LIST, request, scope);
    }
}

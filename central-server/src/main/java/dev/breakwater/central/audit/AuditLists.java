package dev.breakwater.central.audit;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of audit entries. */
@Configuration(proxyBeanMethods = false)
class AuditLists {

    /** Of no cluster, so a narrowed scope sees none of it. */
    @Bean
    ListDefinition<AuditEntry> auditList() {
        return ListDefinition.<AuditEntry>of("audit-log")
                .select("a.*")
                .from("audit_log a")
                .id("a.id", KeyType.WHOLE)
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
                        Sql.instant(row, "at"),
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
    }
}

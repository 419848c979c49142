package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.policy.ExclusionRow;
import dev.breakwater.engine.model.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of exclusions; those that are over stay in it. */
@Configuration(proxyBeanMethods = false)
class ExclusionLists {

    private static final String STATE = "case when e.removed_at is not null then 'REMOVED'"
            + " when e.expires_at <= now() then 'EXPIRED' else 'ACTIVE' end";

    @Bean
    ListDefinition<ExclusionRow> exclusionList() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("active", "ACTIVE");
        states.put("expired", "EXPIRED");
        states.put("removed", "REMOVED");
        return ListDefinition.<ExclusionRow>of("exclusions")
                .select("e.*, p.name as policy_name, p.severity, " + STATE + " as state")
                .from("policy_exclusions e join policies p on p.id = e.policy_id")
                .forEveryone()
                .id("e.id", KeyType.ID)
                .term(Conditions.words("state", "active, expired or removed", STATE, states))
                .term(Conditions.nameOrId("policy", "policy, name or id", "p.name", "p.id"))
                .term(Conditions.text("cluster", "cluster as written in the scope", "e.cluster"))
                .term(Conditions.text("namespace", "namespace as written in the scope", "e.namespace"))
                .term(Conditions.text("workload", "workload as written in the scope", "e.workload"))
                .term(Conditions.text("author", "who made it", "e.author"))
                .term(Conditions.age("age", "since it was made", "e.created_at"))
                .searches("p.name")
                .searches("e.reason")
                .sort("createdAt", "e.created_at", KeyType.INSTANT)
                .sort("policy", "p.name", KeyType.TEXT)
                .sort("author", "e.author", KeyType.TEXT)
                .sort("expiresAt", "coalesce(e.expires_at, 'infinity')", KeyType.INSTANT)
                .defaultSort("-createdAt")
                .row(ExclusionLists::read);
    }

    private static ExclusionRow read(ResultSet row) throws SQLException {
        Instant createdAt = Sql.instant(row, "created_at");
        return new ExclusionRow(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "policy_id"),
                row.getString("policy_name"),
                Severity.valueOf(row.getString("severity")),
                row.getString("state"),
                ExclusionTable.scope(row),
                row.getString("reason"),
                row.getString("author"),
                createdAt,
                Sql.instantOrNull(row, "expires_at"),
                Sql.instantOrNull(row, "removed_at"),
                row.getString("removed_by"));
    }
}

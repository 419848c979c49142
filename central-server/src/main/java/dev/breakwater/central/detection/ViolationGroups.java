package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.GroupedLists;
import dev.breakwater.central.platform.Grouping;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Service;

/** Violations gathered by policy or by workload; the filter is that of the list of violations. */
@Service
public class ViolationGroups {

    /** What they are gathered by. */
    public enum By {
        POLICY,
        WORKLOAD
    }

    private static final Grouping<ViolationGroup> BY_POLICY = new Grouping<>(
            "violations-by-policy", "v.policy_id", "max(v.policy_name)", "max(v.severity)", """
            , coalesce((select p.name from policies p where p.id = g.id),
                       (select v.policy_name from violations v where v.policy_id = g.id limit 1)) as name, '' as place""", ViolationGroups::read);

    private static final Grouping<ViolationGroup> BY_WORKLOAD = new Grouping<>(
            "violations-by-workload",
            "v.workload_id",
            "max(v.workload_name)",
            "max(v.severity)",
            """
            , (select v.workload_name from violations v where v.workload_id = g.id limit 1) as name,
            (select v.namespace || ' in ' || c.name from violations v join clusters c on c.id = v.cluster_id
             where v.workload_id = g.id limit 1) as place""",
            ViolationGroups::read);

    private final GroupedLists lists;
    private final ListDefinition<ViolationRow> definition;

    ViolationGroups(GroupedLists lists, ListDefinition<ViolationRow> definition) {
        this.lists = lists;
        this.definition = definition;
    }

    /** One page; sorted by {@code weight} (severity), {@code rows} or {@code label}. */
    public Page<ViolationGroup> list(By by, ListRequest request, AccessScope scope) {
        return lists.page(definition, grouping(by), request, scope);
    }

    /** How many groups there are, at most {@link dev.breakwater.central.platform.Lists#COUNT_CAP} + 1. */
    public int count(By by, String q, AccessScope scope) {
        return lists.count(definition, grouping(by), q, scope);
    }

    private static Grouping<ViolationGroup> grouping(By by) {
        return switch (by) {
            case POLICY -> BY_POLICY;
            case WORKLOAD -> BY_WORKLOAD;
        };
    }

    private static ViolationGroup read(ResultSet row) throws SQLException {
        return new ViolationGroup(
                Sql.uuid(row, "id"),
                row.getString("name"),
                Severities.of(row.getInt("weight")),
                row.getString("place"),
                row.getInt("rows"),
                // A policy has at most one violation of a workload, so the others are as many.
                row.getInt("rows"));
    }
}

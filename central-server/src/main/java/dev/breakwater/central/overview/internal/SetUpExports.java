package dev.breakwater.central.overview.internal;

import dev.breakwater.central.audit.AuditEntry;
import dev.breakwater.central.audit.AuditLog;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.policy.PolicySearch;
import dev.breakwater.central.policy.PolicyView;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The exports of what an installation is set up with, and of what was done to it; as their services give it to REST. */
@Component
class SetUpExports {

    private final PolicySearch policies;
    private final Clusters clusters;
    private final AuditLog audit;

    SetUpExports(PolicySearch policies, Clusters clusters, AuditLog audit) {
        this.policies = policies;
        this.clusters = clusters;
        this.audit = audit;
    }

    Map<String, Exported> byName() {
        RecordColumns ofPolicies = new RecordColumns(PolicyView.class).without("sections", "scopes", "exclusions");
        RecordColumns ofAudit = new RecordColumns(AuditEntry.class);
        return Map.of(
                "policies",
                new Exported(
                        ofPolicies.names(),
                        (q, sort, scope, out) -> policies.stream(q, sort, scope, row -> {
                            PolicyView view = PolicyView.of(row);
                            out.write(view, ofPolicies.of(view));
                        })),
                "clusters",
                new Exported(
                        ClusterColumns.NAMES,
                        (q, sort, scope, out) ->
                                clusters.stream(q, sort, scope, row -> out.write(row, ClusterColumns.of(row)))),
                "audit-log",
                new Exported(
                        ofAudit.names(),
                        (q, sort, scope, out) -> audit.stream(q, sort, scope, row -> out.write(row, ofAudit.of(row)))));
    }
}

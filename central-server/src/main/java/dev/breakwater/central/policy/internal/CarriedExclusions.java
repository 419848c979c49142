package dev.breakwater.central.policy.internal;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import dev.breakwater.engine.policy.ScopeMatcher;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Exclusions in an export, with those that are over: why a policy was silent is asked later, too. */
@Component
@Order(60)
class CarriedExclusions implements Carried<CarriedExclusions.Kept> {

    private static final int LONGEST_NAME = 300;
    private static final int MOST_LABELS = 50;

    /** An exclusion as it stands in the file. */
    record Kept(
            UUID id,
            UUID policyId,
            Scope scope,
            String reason,
            String author,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant removedAt,
            String removedBy) {}

    private final JdbcTemplate jdbc;
    private final PolicyTable policies;
    private final Catalogue catalogue;
    private final JudgementDue due;

    CarriedExclusions(JdbcTemplate jdbc, PolicyTable policies, Catalogue catalogue, JudgementDue due) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.catalogue = catalogue;
        this.due = due;
    }

    @Override
    public String name() {
        return "exclusions";
    }

    @Override
    public String what() {
        return "exclusions of policies";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return jdbc.query(
                "select * from policy_exclusions",
                (row, number) -> new Kept(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "policy_id"),
                        ExclusionTable.scope(row),
                        row.getString("reason"),
                        row.getString("author"),
                        Sql.instant(row, "created_at"),
                        Sql.instantOrNull(row, "expires_at"),
                        Sql.instantOrNull(row, "removed_at"),
                        row.getString("removed_by")));
    }

    @Override
    public void check(Kept item) {
        if (item.reason().isBlank() || item.reason().length() > ExclusionCheck.LONGEST_REASON) {
            throw new InvalidRequest("reason", item.reason(), "1 to " + ExclusionCheck.LONGEST_REASON + " characters");
        }
        Scope scope = item.scope();
        for (String name :
                List.of(scope.cluster(), scope.namespace(), scope.workload(), item.author(), item.removedBy())) {
            if (name.length() > LONGEST_NAME) {
                throw new InvalidRequest("scope", name, "names of up to " + LONGEST_NAME + " characters");
            }
        }
        if (scope.labels().size() + scope.namespaceLabels().size() > MOST_LABELS) {
            throw new InvalidRequest("scope/labels", "more labels", "at most " + MOST_LABELS);
        }
        if (scope.equals(new Scope("", "", "", List.of(), List.of()))) {
            throw new InvalidRequest("scope", "", "one part at least");
        }
        try {
            ScopeMatcher.of(scope);
        } catch (PolicyRejected e) {
            Problem first = e.problems().getFirst();
            throw new InvalidRequest(first.pointer().substring(1), first.value(), first.allowed());
        }
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        return reach.has("policies", item.policyId().toString()) ? null : "its policy is not here";
    }

    @Override
    public void write(List<Kept> items) {
        // A database that central has not started on yet has no policies.
        catalogue.synchronise(BuiltInPolicies.all());
        Rows rows = Rows.of(
                "uuid",
                "uuid",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "text",
                "timestamptz",
                "timestamptz",
                "timestamptz",
                "text");
        for (Kept item : items) {
            rows.add(
                    item.id(),
                    item.policyId(),
                    item.scope().cluster(),
                    item.scope().namespace(),
                    item.scope().workload(),
                    joined(item.scope().labels()),
                    joined(item.scope().namespaceLabels()),
                    item.reason(),
                    item.author(),
                    item.createdAt(),
                    item.expiresAt(),
                    item.removedAt(),
                    item.removedBy());
        }
        rows.update(jdbc, """
                insert into policy_exclusions (id, policy_id, cluster, namespace, workload, labels, namespace_labels,
                    reason, author, created_at, expires_at, removed_at, removed_by)
                select u.id, u.policy_id, u.cluster, u.namespace, u.workload,
                    array_remove(string_to_array(u.labels, chr(10)), ''),
                    array_remove(string_to_array(u.namespace_labels, chr(10)), ''),
                    u.reason, u.author, u.created_at, u.expires_at, u.removed_at, u.removed_by
                from %s u(id, policy_id, cluster, namespace, workload, labels, namespace_labels, reason, author,
                    created_at, expires_at, removed_at, removed_by)
                on conflict (id) do update set policy_id = excluded.policy_id, cluster = excluded.cluster,
                    namespace = excluded.namespace, workload = excluded.workload, labels = excluded.labels,
                    namespace_labels = excluded.namespace_labels, reason = excluded.reason, author = excluded.author,
                    created_at = excluded.created_at, expires_at = excluded.expires_at,
                    removed_at = excluded.removed_at, removed_by = excluded.removed_by
                """.formatted(rows.unnest()));
        policies.nextRevision();
        due.markAll(items.size() + " exclusions were imported");
    }

    private static String joined(List<String> labels) {
        labels.stream()
                .filter(label -> label.isEmpty() || label.indexOf('\n') >= 0)
                .findFirst()
                .ifPresent(label -> {
                    throw new InvalidRequest("scope/labels", label, "key=value of one line");
                });
        return String.join("\n", labels);
    }
}

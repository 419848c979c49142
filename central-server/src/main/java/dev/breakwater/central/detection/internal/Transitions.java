package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.ViolationListener;
import dev.breakwater.central.detection.ViolationTransition;
import dev.breakwater.central.detection.ViolationTransition.Kind;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.policy.Policy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells the {@link ViolationListener listeners} which violations opened and which are resolved. */
@Component
class Transitions {

    private final JdbcTemplate jdbc;
    private final ObjectProvider<ViolationListener> listeners;

    Transitions(JdbcTemplate jdbc, ObjectProvider<ViolationListener> listeners) {
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    /**
     * After a judgement.
     *
     * @param before by workload and policy
     * @param after how those stand that changed, by workload and policy; decisions that came by an import may have silenced
     *     what opened
     */
    void judged(
            List<ViolationChange> changes,
            Map<UUID, Map<UUID, StoredViolation>> before,
            Map<UUID, Map<UUID, StoredViolation>> after,
            Map<UUID, Policy> policies,
            Instant at) {
        List<ViolationTransition> found = changes.stream()
                .map(change -> transition(change, before, after, policies))
                .filter(Objects::nonNull)
                .toList();
        tell(found, at);
    }

    private static @Nullable ViolationTransition transition(
            ViolationChange change,
            Map<UUID, Map<UUID, StoredViolation>> before,
            Map<UUID, Map<UUID, StoredViolation>> after,
            Map<UUID, Policy> policies) {
        StoredViolation was = byId(before, change);
        if (change.paused() || (was != null && was.paused())) {
            return null;
        }
        LoadedWorkload workload = change.judging().loaded();
        Policy policy = change.policy() != null ? change.policy() : was == null ? null : policies.get(was.policyId());
        boolean opened = change.state() == State.OPEN && (was == null || !was.open());
        boolean resolved =
                change.state() == State.RESOLVED && was != null && (was.open() || was.state() == State.ACCEPTED);
        if (!opened && !resolved) {
            return null;
        }
        if (opened && was == null) {
            StoredViolation now = byId(after, change);
            if (now != null && !now.open()) {
                return null;
            }
        }
        if (policy == null && was == null) {
            return null;
        }
        return new ViolationTransition(
                change.id(),
                opened ? Kind.OPENED : Kind.RESOLVED,
                policy == null ? was.policyId() : policy.id(),
                policy == null ? was.policyName() : policy.name(),
                policy == null ? was.severity() : policy.severity(),
                workload.clusterId(),
                workload.spec().meta().namespace(),
                workload.spec().kindName(),
                workload.spec().meta().name(),
                workload.team());
    }

    private static @Nullable StoredViolation byId(
            Map<UUID, Map<UUID, StoredViolation>> stored, ViolationChange change) {
        return stored.getOrDefault(change.judging().id(), Map.of()).values().stream()
                .filter(violation -> violation.id().equals(change.id()))
                .findFirst()
                .orElse(null);
    }

    /** After a decision, or after their workloads are gone; they are read as they stand. */
    void stored(Collection<UUID> violations, Kind kind, Instant at) {
        if (violations.isEmpty() || listeners.stream().findAny().isEmpty()) {
            return;
        }
        tell(
                jdbc.query(
                        "select * from violations where id = any(?)",
                        (row, number) -> read(row, kind),
                        Rows.ids(violations)),
                at);
    }

    private static ViolationTransition read(ResultSet row, Kind kind) throws SQLException {
        return new ViolationTransition(
                Sql.uuid(row, "id"),
                kind,
                Sql.uuid(row, "policy_id"),
                row.getString("policy_name"),
                Severities.of(row.getInt("severity")),
                Sql.uuid(row, "cluster_id"),
                row.getString("namespace"),
                row.getString("workload_kind"),
                row.getString("workload_name"),
                row.getString("team"));
    }

    private void tell(List<ViolationTransition> transitions, Instant at) {
        if (!transitions.isEmpty()) {
            listeners.orderedStream().forEach(listener -> listener.changed(transitions, at));
        }
    }
}

package dev.breakwater.central.detection.internal;

import dev.breakwater.central.platform.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The drain of {@code judgement_due}: what is due is claimed, judged, and set to the next instant at which it may change. */
@Component
class DueQueue {

    static final String TIME_PASSED = "time passed";

    private final JdbcTemplate jdbc;

    DueQueue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes workloads that are due, each with its cause, and locks them until the transaction ends. Those locked by others
     * are left to them. The longest due first, neighbours together.
     */
    Map<UUID, String> claim(Instant now, int most) {
        Map<UUID, String> claimed = new LinkedHashMap<>();
        jdbc.query(
                """
                select d.workload_id, d.cause from judgement_due d join workloads w on w.id = d.workload_id
                where d.due_at <= ?::timestamptz
                order by d.due_at, d.cluster_id, w.namespace limit ?
                for update of d skip locked for no key update of w skip locked
                """,
                row -> {
                    claimed.put(row.getObject(1, UUID.class), row.getString(2));
                },
                now.toString(),
                most);
        return claimed;
    }

    /** Takes one workload, if it is due and in nobody's hands. */
    Map<UUID, String> claim(UUID id, Instant now) {
        Map<UUID, String> claimed = new LinkedHashMap<>();
        jdbc.query(
                """
                select d.workload_id, d.cause from judgement_due d join workloads w on w.id = d.workload_id
                where d.workload_id = ? and d.due_at <= ?::timestamptz
                for update of d skip locked for no key update of w skip locked
                """,
                row -> {
                    claimed.put(row.getObject(1, UUID.class), row.getString(2));
                },
                id,
                now.toString());
        return claimed;
    }

    /** Locks the marks of workloads that are judged anyway. One that is made meanwhile by somebody else is kept. */
    Set<UUID> lock(Collection<UUID> ids) {
        return new HashSet<>(jdbc.queryForList(
                "select workload_id from judgement_due where workload_id = any(?) order by workload_id for update",
                UUID.class,
                Rows.ids(ids)));
    }

    /**
     * Sets when judged workloads are due again.
     *
     * @param next {@code null} = time alone changes nothing
     * @param locked those whose marks the caller holds; the others' marks are newer than what the caller read
     */
    void settle(Map<UUID, UUID> clusterOf, Map<UUID, @Nullable Instant> next, Set<UUID> locked) {
        Rows rows = Rows.of("uuid", "uuid", "timestamptz", "bool");
        Set<UUID> done = new HashSet<>();
        next.forEach((id, instant) -> {
            if (instant != null) {
                rows.add(id, clusterOf.get(id), instant, locked.contains(id));
            } else if (locked.contains(id)) {
                done.add(id);
            }
        });
        if (!done.isEmpty()) {
            jdbc.update("delete from judgement_due where workload_id = any(?)", Rows.ids(done));
        }
        // A row that appeared although it was not locked is a mark by somebody else: it stays due now.
        rows.update(jdbc, """
                merge into judgement_due d using %s u(id, cluster_id, due_at, locked) on d.workload_id = u.id
                when matched and u.locked then
                    update set due_at = u.due_at, cause = ?, attempts = 0
                when not matched then
                    insert (workload_id, cluster_id, due_at, cause) values (u.id, u.cluster_id, u.due_at, ?)
                """.formatted(rows.unnest()), TIME_PASSED, TIME_PASSED);
    }

    /** Puts off a workload that cannot even be loaded: after 1, 2, 4 … minutes, at most an hour. */
    void putOff(UUID id, Instant now) {
        jdbc.update(
                "update judgement_due set attempts = attempts + 1, due_at = ?::timestamptz"
                        + " + least(power(2, least(attempts, 10)), 60) * interval '1 minute' where workload_id = ?",
                now.toString(),
                id);
    }
}

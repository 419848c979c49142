package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.AcceptedViolations;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what is accepted; an acceptance that has ended silences nothing, even before its violation is judged again. */
@Component
class StoredAcceptedViolations implements AcceptedViolations {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    StoredAcceptedViolations(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<Accepted> of(Collection<UUID> workloadIds) {
        Set<Accepted> accepted = new HashSet<>();
        jdbc.query(
                "select v.policy_id, v.workload_id from violations v join acceptances a on a.id = v.acceptance_id"
                        + " where v.workload_id = any(?) and v.state = 'ACCEPTED' and v.gate_run_id is null"
                        + " and a.ended_at is null and a.ends_at > ?::timestamptz",
                row -> {
                    accepted.add(new Accepted(Sql.uuid(row, "policy_id"), Sql.uuid(row, "workload_id")));
                },
                Rows.ids(workloadIds),
                clock.instant().toString());
        return accepted;
    }
}

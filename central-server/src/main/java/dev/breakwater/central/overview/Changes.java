package dev.breakwater.central.overview;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Whether anything changed, for pages that follow along: a few counters, read in one step of constant cost. They tell nothing
 * of what changed; who sees a counter move reads again with their own rights. Counters move when a change is written, which may be a
 * moment before it is committed and seen.
 */
@Service
public class Changes {

    /**
     * The counters; only whether one differs means something.
     *
     * @param facts of what clusters sent
     * @param verdicts of what was judged of violations
     * @param policies of the policy set
     * @param people of what people and tokens changed
     */
    public record Marks(long facts, long verdicts, long policies, long people) {}

    private final JdbcTemplate jdbc;

    Changes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Marks read() {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select (select last_value from fact_revision) as facts,
                       (select last_value from violation_history_id_seq) as verdicts,
                       (select revision from policy_set where id = 1) as policies,
                       (select last_value from audit_log_id_seq) as people
                """,
                (row, number) -> new Marks(
                        row.getLong("facts"),
                        row.getLong("verdicts"),
                        row.getLong("policies"),
                        row.getLong("people"))));
    }
}

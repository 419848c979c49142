package dev.breakwater.central.nodes.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which machines have an agent that asks for orders. */
@Component
class AskingAgents {

    /** An agent that asks does so every minute unless it is told otherwise. */
    static final Duration SILENT_AFTER = Duration.ofMinutes(5);

    /** Kept no more exactly than this, so that asking costs no write most of the time. */
    private static final Duration EXACT = Duration.ofSeconds(45);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    AskingAgents(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that the agent of a machine asks. */
    void ask(UUID nodeId, Instant now) {
        jdbc.update(
                "insert into node_agents (node_id, asked_at) values (?, ?) on conflict (node_id)"
                        + " do update set asked_at = excluded.asked_at where node_agents.asked_at < ?",
                nodeId,
                Timestamp.from(now),
                Timestamp.from(now.minus(EXACT)));
    }

    /** Whether an agent of this machine asks. */
    boolean isAsked(UUID nodeId) {
        return !jdbc.queryForList(
                        "select 1 from node_agents where node_id = ? and asked_at > ?",
                        Integer.class,
                        nodeId,
                        Timestamp.from(clock.instant().minus(SILENT_AFTER)))
                .isEmpty();
    }
}

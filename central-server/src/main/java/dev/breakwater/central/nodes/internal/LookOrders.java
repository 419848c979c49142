package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.central.nodes.NodeLooks;
import dev.breakwater.central.nodes.NodeOrder.State;
import dev.breakwater.engine.machine.MachineEvidence;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders to look, in the hands of agents. The evidence itself says that one is done. */
@Component
class LookOrders implements NodeLooks, NodeEvidenceListener {

    /** An agent that asks does so every minute unless it is told otherwise. */
    static final Duration SILENT_AFTER = Duration.ofMinutes(5);

    /** Kept no more exactly than this, so that asking costs no write most of the time. */
    private static final Duration EXACT = Duration.ofSeconds(45);

    private final JdbcTemplate jdbc;
    private final OrderTable table;
    private final OrderEnds ends;
    private final Clock clock;

    LookOrders(JdbcTemplate jdbc, OrderTable table, OrderEnds ends, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasAnyRole('ADMIN', 'NODE')")
    public Optional<UUID> asked(UUID nodeId) {
        Instant now = clock.instant();
        jdbc.update(
                "insert into node_agents (node_id, asked_at) values (?, ?) on conflict (node_id)"
                        + " do update set asked_at = excluded.asked_at where node_agents.asked_at < ?",
                nodeId,
                Timestamp.from(now),
                Timestamp.from(now.minus(EXACT)));
        return table.handOutLook(nodeId, now);
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

    @Override
    public void arrived(UUID nodeId, UUID clusterId, MachineEvidence evidence) {
        table.openLook(nodeId)
                .ifPresent(order -> ends.end(
                        order,
                        clusterId,
                        State.DONE,
                        "Evidence of " + evidence.collectedAt() + " arrived, collected by "
                                + bounded(evidence.collector()) + "."));
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(100, text.length()));
    }
}

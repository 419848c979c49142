package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.nodes.EvidenceAge;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.EvidenceState.Freshness;
import dev.breakwater.central.nodes.NodeEvidence.Held;
import dev.breakwater.central.nodes.NodeEvidence.Receipt;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code node_evidence} and its history. */
@Component
class EvidenceTable {

    private static final String COLUMNS =
            "node_id, machine_id, hostname, collector, collected_at, received_at, actor, forced, hash, size, unread, packages";

    private final JdbcTemplate jdbc;
    private final EvidenceAge age;
    private final Clock clock;

    EvidenceTable(JdbcTemplate jdbc, EvidenceAge age, Clock clock) {
        this.jdbc = jdbc;
        this.age = age;
        this.clock = clock;
    }

    Optional<EvidenceState> state(UUID node) {
        return jdbc
                .query("select " + COLUMNS + " from node_evidence where node_id = ?", (row, number) -> state(row), node)
                .stream()
                .findFirst();
    }

    /** Evidence that was not opened yet: some tens of kilobytes instead of megabytes. */
    record Packed(EvidenceState state, byte[] document) {

        Held open() {
            return new Held(state, EvidenceDocument.read(document));
        }
    }

    List<Held> read(List<UUID> nodes) {
        return packed(nodes).stream().map(Packed::open).toList();
    }

    List<Packed> packed(List<UUID> nodes) {
        return jdbc.query(
                "select " + COLUMNS + ", document from node_evidence where node_id = any(?)",
                (row, number) -> new Packed(state(row), row.getBytes("document")),
                Rows.ids(nodes));
    }

    List<Receipt> receipts(UUID node, int most) {
        return jdbc.query(
                "select * from node_evidence_history where node_id = ? order by id desc limit ?",
                (row, number) -> new Receipt(
                        Sql.instant(row, "at"),
                        Sql.instant(row, "collected_at"),
                        row.getString("collector"),
                        row.getString("actor"),
                        row.getBoolean("forced"),
                        row.getString("hash")),
                node,
                most);
    }

    void write(@Nullable UUID cluster, EvidenceState state, byte[] document) {
        Rows evidence = Rows.of(
                "uuid",
                "uuid",
                "text",
                "text",
                "text",
                "timestamptz",
                "timestamptz",
                "text",
                "bool",
                "text",
                "int4",
                "int4",
                "int4",
                "bytea");
        evidence.add(
                state.nodeId(),
                cluster,
                state.machineId(),
                state.hostname(),
                state.collector(),
                state.collectedAt(),
                state.receivedAt(),
                state.actor(),
                state.forced(),
                state.hash(),
                state.size(),
                state.unread(),
                state.packages(),
                document);
        evidence.update(jdbc, """
                insert into node_evidence (node_id, cluster_id, machine_id, hostname, collector, collected_at, received_at,
                    actor, forced, hash, size, unread, packages, document)
                select * from %s
                on conflict (node_id) do update set cluster_id = excluded.cluster_id,
                    machine_id = excluded.machine_id, hostname = excluded.hostname, collector = excluded.collector,
                    collected_at = excluded.collected_at, received_at = excluded.received_at, actor = excluded.actor,
                    forced = excluded.forced, hash = excluded.hash, size = excluded.size, unread = excluded.unread,
                    packages = excluded.packages, document = excluded.document
                """.formatted(evidence.unnest()));
        Rows history = Rows.of("uuid", "text", "timestamptz", "text", "bool", "text", "timestamptz");
        history.add(
                state.nodeId(),
                state.collector(),
                state.collectedAt(),
                state.actor(),
                state.forced(),
                state.hash(),
                state.receivedAt());
        history.update(
                jdbc,
                "insert into node_evidence_history (node_id, collector, collected_at, actor, forced, hash, at) select * from "
                        + history.unnest());
    }

    private EvidenceState state(ResultSet row) throws SQLException {
        Instant collected = Sql.instant(row, "collected_at");
        boolean fresh = collected.plus(age.evidenceMaxAge()).isAfter(clock.instant());
        return new EvidenceState(
                Sql.uuid(row, "node_id"),
                fresh ? Freshness.FRESH : Freshness.STALE,
                collected,
                Sql.instant(row, "received_at"),
                row.getString("collector"),
                row.getString("machine_id"),
                row.getString("hostname"),
                row.getString("actor"),
                row.getBoolean("forced"),
                row.getString("hash"),
                row.getInt("size"),
                row.getInt("unread"),
                row.getInt("packages"));
    }
}

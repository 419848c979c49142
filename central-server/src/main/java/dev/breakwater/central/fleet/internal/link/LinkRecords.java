package dev.breakwater.central.fleet.internal.link;

import dev.breakwater.contracts.NodeActionCodec;
import dev.breakwater.contracts.v1.Heartbeat;
import dev.breakwater.contracts.v1.Hello;
import dev.breakwater.contracts.v1.SourceKind;
import dev.breakwater.engine.model.NodeAction;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the link writes about clusters and reads of them. */
@Component
class LinkRecords {

    private static final int MAX_VERSION = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<LinkIdentity> unrevoked(UUID clusterId, String serial) {
        return jdbc.sql("""
                select c.name from cluster_certificates k join clusters c on c.id = k.cluster_id
                where k.serial = :serial and c.id = :cluster and k.revoked_at is null and c.revoked_at is null
                """)
                .param("serial", serial)
                .param("cluster", clusterId)
                .query(String.class)
                .optional()
                .map(name -> new LinkIdentity(clusterId, name, serial));
    }

    /** The uid of the cluster that this name stood for until now, empty if it is not known. */
    String clusterUid(UUID clusterId) {
        return jdbc.sql("select cluster_uid from clusters where id = :id")
                .param("id", clusterId)
                .query(String.class)
                .optional()
                .orElse("");
    }

    void connected(UUID clusterId, Hello hello, String replica) {
        Timestamp now = now();
        jdbc.sql("""
                update clusters set connected_at = :now, connected_to = :replica, last_contact_at = :now,
                    sync_started_at = :now, source = :source, kubernetes_version = :kubernetes, sensor_version = :sensor,
                    node_actions = :actions,
                    cluster_uid = case when :uid = '' then cluster_uid else :uid end
                where id = :id
                """)
                .param("now", now)
                .param("replica", replica)
                .param("source", source(hello.getSource()))
                .param("kubernetes", shortened(hello.getKubernetesVersion()))
                .param("sensor", shortened(hello.getSensorVersion()))
                .param("uid", shortened(hello.getClusterUid()))
                .param("actions", actions(hello))
                .param("id", clusterId)
                .update();
    }

    void disconnected(UUID clusterId, String replica) {
        jdbc.sql(
                        "update clusters set connected_at = null, connected_to = null where id = :id and connected_to = :replica")
                .param("id", clusterId)
                .param("replica", replica)
                .update();
    }

    void contact(UUID clusterId) {
        jdbc.sql("update clusters set last_contact_at = :now where id = :id")
                .param("now", now())
                .param("id", clusterId)
                .update();
    }

    void heartbeat(UUID clusterId, Heartbeat heartbeat) {
        jdbc.sql("update clusters set last_contact_at = :now, spool_overflowed = :overflowed where id = :id")
                .param("now", now())
                .param("overflowed", heartbeat.getSpoolOverflowed())
                .param("id", clusterId)
                .update();
    }

    /** Of these clusters, those that were revoked or removed. */
    Set<UUID> cutOff(Collection<UUID> clusters) {
        Set<UUID> gone = new HashSet<>(clusters);
        jdbc.sql("select id from clusters where id = any(:ids) and revoked_at is null")
                .param("ids", clusters.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(gone::remove);
        return gone;
    }

    /** Of these clusters, those that connected to another replica since. */
    List<UUID> connectedElsewhere(Collection<UUID> clusters, String replica) {
        return jdbc.sql("select id from clusters where id = any(:ids) and connected_to <> :replica")
                .param("ids", clusters.toArray(UUID[]::new))
                .param("replica", replica)
                .query(UUID.class)
                .list();
    }

    private static String[] actions(Hello hello) {
        return hello.getNodeActionsList().stream()
                .flatMap(action -> NodeActionCodec.fromWire(action).stream())
                .distinct()
                .map(NodeAction::name)
                .toArray(String[]::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String source(SourceKind source) {
        return switch (source) {
            case SOURCE_KIND_LIVE -> "LIVE";
            case SOURCE_KIND_FOLDER -> "FOLDER";
            case SOURCE_KIND_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), MAX_VERSION)).replace('\0', ' ');
    }
}

package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.fleet.ClusterHealth.Word;
import dev.breakwater.central.fleet.ClusterWatch;
import dev.breakwater.central.fleet.internal.authority.Authority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads of the clusters only what silence and certificates are told from. */
@Component
class WatchedClusters implements ClusterWatch {

    private final JdbcTemplate jdbc;
    private final HealthRule health;
    private final Authority authority;
    private final Clock clock;

    WatchedClusters(JdbcTemplate jdbc, LinkProperties properties, Authority authority, Clock clock) {
        this.jdbc = jdbc;
        this.health = new HealthRule(properties.silentAfter(), properties.certificateLife());
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public List<Sight> clusters() {
        Instant now = clock.instant();
        return jdbc.query(
                "select * from clusters where revoked_at is null order by name", (row, number) -> sight(row, now));
    }

    private Sight sight(ResultSet row, Instant now) throws SQLException {
        ClusterFacts facts = new ClusterFacts(
                row.getObject("id", UUID.class),
                row.getString("name"),
                "",
                row.getString("source"),
                "",
                "",
                row.getTimestamp("connected_at") != null,
                ClusterList.instant(row, "last_contact_at"),
                ClusterList.instant(row, "sync_started_at"),
                ClusterList.instant(row, "synced_at"),
                false,
                ClusterList.instant(row, "certificate_expires_at"),
                null,
                row.getTimestamp("created_at").toInstant(),
                "",
                0,
                List.of(),
                0);
        return new Sight(
                facts.id(),
                facts.name(),
                row.getTimestamp("first_synced_at") == null,
                health.of(facts, now).word() == Word.SILENT,
                facts.lastContactAt(),
                health.isOverdue(facts, now) ? facts.certificateExpiresAt() : null);
    }

    @Override
    public Instant authorityEndsAt() {
        return authority.certificate().getNotAfter().toInstant();
    }
}

package dev.breakwater.central.fleet.internal.enrolment;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.fleet.NewCluster;
import dev.breakwater.central.fleet.internal.LinkProperties;
import dev.breakwater.central.fleet.internal.authority.Authority;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes and revokes enrolment tokens, within the present transaction. */
@Component
public class NewTokens {

    private static final int MOST_OPEN = 20;

    private final JdbcClient jdbc;
    private final Authority authority;
    private final LinkProperties properties;
    private final Audit audit;
    private final Issuance issuance;

    /** Who makes tokens, and when. */
    @Component
    record Issuance(ActorSource actors, Clock clock) {}

    NewTokens(JdbcClient jdbc, Authority authority, LinkProperties properties, Audit audit, Issuance issuance) {
        this.jdbc = jdbc;
        this.authority = authority;
        this.properties = properties;
        this.audit = audit;
        this.issuance = issuance;
    }

    /** A new token for a cluster, with the commands that use it. */
    public NewCluster create(UUID clusterId, String cluster) {
        Instant now = issuance.clock().instant();
        requireFewOpen(clusterId, cluster, now);
        Instant end = now.plus(properties.tokenLife());
        UUID id = Ids.newId(now);
        EnrolmentToken token = EnrolmentToken.random();
        jdbc.sql("""
                insert into enrolment_tokens (id, cluster_id, token_hash, created_at, created_by, expires_at)
                values (:id, :cluster, :hash, :now, :by, :end)
                """)
                .param("id", id)
                .param("cluster", clusterId)
                .param("hash", token.hash())
                .param("now", Timestamp.from(now))
                .param("by", issuance.actors().current().name())
                .param("end", Timestamp.from(end))
                .update();
        audit.record(
                "created token",
                "cluster",
                clusterId.toString(),
                cluster,
                null,
                Map.of("token", id.toString(), "expiresAt", end.toString()));
        String shown = token.shown(authority.fingerprint());
        String address = properties.publicAddress().toString();
        InstallCommands commands = new InstallCommands(address, cluster, properties.chartRepository());
        return new NewCluster(
                clusterId,
                cluster,
                shown,
                end,
                address,
                commands.tokenFile(),
                commands.helm(),
                commands.kubectl(),
                commands.secretCommand(),
                commands.argoCd(),
                commands.sensor(),
                commands.manifests());
    }

    /**
     * Makes a token useless.
     *
     * @throws NotFound if the cluster has no such open token
     */
    public void revoke(UUID clusterId, String cluster, UUID tokenId) {
        int revoked = jdbc.sql("""
                update enrolment_tokens set revoked_at = :now
                where id = :id and cluster_id = :cluster and revoked_at is null and used_at is null
                """)
                .param("now", Timestamp.from(issuance.clock().instant()))
                .param("id", tokenId)
                .param("cluster", clusterId)
                .update();
        if (revoked == 0) {
            throw new NotFound("open enrolment token", tokenId.toString());
        }
        audit.record(
                "revoked token", "cluster", clusterId.toString(), cluster, Map.of("token", tokenId.toString()), null);
    }

    private void requireFewOpen(UUID clusterId, String cluster, Instant now) {
        int open = jdbc.sql("""
                select count(*) from enrolment_tokens
                where cluster_id = :cluster and used_at is null and revoked_at is null and expires_at > :now
                """)
                .param("cluster", clusterId)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
        if (open >= MOST_OPEN) {
            throw new Conflict("cluster '" + cluster + "' has " + open + " open enrolment tokens; revoke some first");
        }
    }
}

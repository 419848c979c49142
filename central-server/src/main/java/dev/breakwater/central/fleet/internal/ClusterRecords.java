package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
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

/** What people change about clusters; each with its row in the audit log. */
@Component
class ClusterRecords {

    private final JdbcClient jdbc;
    private final ClusterRemoval removal;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    ClusterRecords(JdbcClient jdbc, ClusterRemoval removal, Audit audit, ActorSource actors, Clock clock) {
        this.jdbc = jdbc;
        this.removal = removal;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    UUID create(String name, String environment) {
        Instant now = clock.instant();
        UUID id = Ids.newId(now);
        int created = jdbc.sql("""
                insert into clusters (id, name, environment, created_at, created_by)
                values (:id, :name, :environment, :now, :by) on conflict (name) do nothing
                """)
                .param("id", id)
                .param("name", name)
                .param("environment", environment)
                .param("now", Timestamp.from(now))
                .param("by", actors.current().name())
                .update();
        if (created == 0) {
            throw new Conflict("A cluster named '" + name + "' exists already");
        }
        audit.record("created", "cluster", id.toString(), name, null, Map.of("environment", environment));
        return id;
    }

    String name(UUID id) {
        return jdbc.sql("select name from clusters where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("cluster", id.toString()));
    }

    /** Within the present transaction. */
    void revoke(UUID id) {
        String name = name(id);
        for (String statement : new String[] {
            "update clusters set revoked_at = :now where id = :id and revoked_at is null",
            "update cluster_certificates set revoked_at = :now where cluster_id = :id and revoked_at is null",
            "update enrolment_tokens set revoked_at = :now where cluster_id = :id and revoked_at is null and used_at is null",
        }) {
            jdbc.sql(statement)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", id)
                    .update();
        }
        audit.record("revoked", "cluster", id.toString(), name, null, null);
    }

    /** What the cluster had goes in many transactions; must not run within one. */
    void deleteWhatItHad(UUID id) {
        removal.deleteAllOf(id);
    }

    /** The record itself goes last, so that a removal that was cut short can be asked for again. */
    void delete(UUID id, String name) {
        jdbc.sql("delete from clusters where id = :id").param("id", id).update();
        audit.record("removed", "cluster", id.toString(), name, Map.of("name", name), null);
    }
}

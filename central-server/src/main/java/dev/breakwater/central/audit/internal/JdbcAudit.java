package dev.breakwater.central.audit.internal;

import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.Correlation;
import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcAudit implements Audit {

    private final JdbcClient jdbc;
    private final ActorSource actors;
    private final JsonMapper json;
    private final Clock clock;

    JdbcAudit(JdbcClient jdbc, ActorSource actors, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            String action,
            String objectType,
            String objectId,
            String objectName,
            @Nullable Object before,
            @Nullable Object after) {
        insert(actors.current(), action, objectType, objectId, objectName, before, after);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordSignIn(String action, Actor actor, @Nullable Object detail) {
        insert(actor, action, "session", "", actor.name(), null, detail);
    }

    private void insert(
            Actor actor,
            String action,
            String objectType,
            String objectId,
            String objectName,
            @Nullable Object before,
            @Nullable Object after) {
        jdbc.sql("""
                insert into audit_log (at, actor, channel, action, object_type, object_id, object_name, before, after,
                                       source_ip, request_id)
                values (:at, :actor, :channel, :action, :type, :id, :name, cast(:before as jsonb), cast(:after as jsonb),
                        :ip, :request)
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor.name())
                .param("channel", actor.channel())
                .param("action", action)
                .param("type", objectType)
                .param("id", objectId)
                .param("name", objectName)
                .param("before", before == null ? null : json.writeValueAsString(before))
                .param("after", after == null ? null : json.writeValueAsString(after))
                .param("ip", actor.sourceIp())
                .param("request", Correlation.current())
                .update();
    }
}

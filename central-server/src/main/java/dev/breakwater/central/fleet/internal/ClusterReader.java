package dev.breakwater.central.fleet.internal;

import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.ClusterView;
import dev.breakwater.central.fleet.ClusterView.KindSight;
import dev.breakwater.central.fleet.ClusterView.Problem;
import dev.breakwater.central.fleet.ClusterView.Token;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.engine.model.ObjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads clusters for people. */
@Component
class ClusterReader {

    private static final int MAX_TOKENS = 50;

    private record Sight(String sight, String detail) {}

    private final Lists lists;
    private final ListDefinition<ClusterFacts> definition;
    private final JdbcClient jdbc;
    private final HealthRule health;
    private final Clock clock;

    ClusterReader(
            Lists lists,
            ListDefinition<ClusterFacts> definition,
            JdbcClient jdbc,
            LinkProperties properties,
            Clock clock) {
        this.lists = lists;
        this.definition = definition;
        this.jdbc = jdbc;
        this.health = new HealthRule(properties.silentAfter(), properties.certificateLife());
        this.clock = clock;
    }

    Page<ClusterRow> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope).map(this::row);
    }

    void stream(String q, String sort, AccessScope scope, Consumer<ClusterRow> sink) {
        lists.stream(definition, q, sort, scope, facts -> sink.accept(row(facts)));
    }

    ClusterView get(String nameOrId, AccessScope scope) {
        String q = FilterExpression.parse("").and("cluster", nameOrId).toString();
        List<ClusterFacts> found =
                lists.page(definition, ListRequest.first(q), scope).items();
        // A name may look like nothing else than an id; the list compares names without regard to case.
        ClusterFacts facts = found.stream().findFirst().orElseThrow(() -> new NotFound("cluster", nameOrId));
        return new ClusterView(row(facts), kinds(facts.id()), problems(facts.id()), tokens(facts.id()));
    }

    private ClusterRow row(ClusterFacts facts) {
        return new ClusterRow(
                facts.id(),
                facts.name(),
                facts.environment(),
                health.of(facts, clock.instant()),
                facts.source(),
                facts.kubernetesVersion(),
                facts.sensorVersion(),
                facts.connected(),
                facts.lastContactAt(),
                facts.syncedAt(),
                facts.certificateExpiresAt(),
                facts.workloads(),
                facts.problems(),
                facts.createdAt(),
                facts.createdBy());
    }

    private List<KindSight> kinds(UUID id) {
        Map<Integer, Long> objects = new HashMap<>();
        jdbc.sql("select kind, count(*) from cluster_objects where cluster_id = :id group by kind")
                .param("id", id)
                .query(row -> {
                    objects.put(row.getInt(1), row.getLong(2));
                });
        Map<String, Sight> sights = new HashMap<>();
        jdbc.sql("select kind, sight, detail from cluster_coverage where cluster_id = :id")
                .param("id", id)
                .query(row -> {
                    sights.put(row.getString(1), new Sight(row.getString(2), row.getString(3)));
                });
        return Arrays.stream(ObjectKind.values())
                .map(kind -> {
                    Sight sight = sights.getOrDefault(kind.name(), new Sight("UNKNOWN", ""));
                    return new KindSight(
                            kind.name(), objects.getOrDefault(kind.ordinal(), 0L), sight.sight(), sight.detail());
                })
                .toList();
    }

    private List<Problem> problems(UUID id) {
        return jdbc.sql("""
                select place, line, detail, reported_at from cluster_problems where cluster_id = :id order by ordinal
                """)
                .param("id", id)
                .query((row, number) -> new Problem(
                        row.getString("place"),
                        row.getInt("line"),
                        row.getString("detail"),
                        row.getTimestamp("reported_at").toInstant()))
                .list();
    }

    private List<Token> tokens(UUID id) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select id, created_at, created_by, expires_at, used_at, revoked_at from enrolment_tokens
                where cluster_id = :id order by created_at desc, id desc limit :most
                """)
                .param("id", id)
                .param("most", MAX_TOKENS)
                .query((row, number) -> token(row, now))
                .list();
    }

    private static Token token(ResultSet row, Instant now) throws SQLException {
        Instant expiresAt = row.getTimestamp("expires_at").toInstant();
        Instant usedAt = ClusterList.instant(row, "used_at");
        String state = usedAt != null
                ? "USED"
                : row.getTimestamp("revoked_at") != null ? "REVOKED" : now.isBefore(expiresAt) ? "OPEN" : "EXPIRED";
        return new Token(
                row.getObject("id", UUID.class),
                state,
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                expiresAt,
                usedAt);
    }
}

package dev.breakwater.central.detection.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.detection.AcceptanceRow;
import dev.breakwater.central.detection.Acceptances;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.SqlParameters;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredAcceptances implements Acceptances {

    private final Lists lists;
    private final ListDefinition<AcceptanceRow> definition;
    private final Triage triage;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ActorSource actors;
    private final Clock clock;

    StoredAcceptances(
            Lists lists,
            ListDefinition<AcceptanceRow> definition,
            Triage triage,
            JdbcTemplate jdbc,
            ActorSource actors,
            Clock clock) {
        this.lists = lists;
        this.definition = definition;
        this.triage = triage;
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Page<AcceptanceRow> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    public AcceptanceRow get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("acceptance", id.toString()));
    }

    @Override
    public Map<UUID, Integer> standing(Collection<UUID> ids, AccessScope scope) {
        Map<UUID, Integer> standing = new HashMap<>();
        if (ids.isEmpty()) {
            return standing;
        }
        SqlParameters parameters = new SqlParameters();
        String sql = "select acceptance_id, count(*) from violations where state = 'ACCEPTED' and acceptance_id in ("
                + parameters.add(List.copyOf(ids)) + ") and "
                + ScopeCondition.of(scope, "cluster_id", "namespace", parameters) + " group by acceptance_id";
        named.query(sql, parameters.values(), row -> {
            standing.put(row.getObject(1, UUID.class), row.getInt(2));
        });
        return standing;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public AcceptanceRow end(UUID id, AccessScope scope) {
        AcceptanceRow before = get(id, scope);
        if (before.endedAt() != null) {
            return before;
        }
        triage.reopen(
                Selection.matching("state:accepted acceptance:" + id), "the acceptance was taken back", false, scope);
        jdbc.update(
                "update acceptances set ended_at = ?::timestamptz, ended_by = ? where id = ?",
                clock.instant().toString(),
                actors.current().name(),
                id);
        return get(id, scope);
    }
}

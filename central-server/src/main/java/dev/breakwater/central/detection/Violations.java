package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Sql;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads violations. They are written by the judgement, and by decisions of people through {@link Triage}. */
@Service
public class Violations {

    private static final int HISTORY_LIMIT = 500;

    private final Lists lists;
    private final ListDefinition<ViolationRow> definition;
    private final JdbcClient jdbc;

    Violations(Lists lists, ListDefinition<ViolationRow> definition, JdbcClient jdbc) {
        this.lists = lists;
        this.definition = definition;
        this.jdbc = jdbc;
    }

    public Page<ViolationRow> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    /** How many match, at most {@link Lists#COUNT_CAP} + 1. */
    public int count(String q, AccessScope scope) {
        return lists.count(definition, q, scope);
    }

    public void stream(String q, String sort, AccessScope scope, Consumer<ViolationRow> sink) {
        lists.stream(definition, q, sort, scope, sink);
    }

    /**
     * One violation.
     *
     * @throws NotFound if there is none by that id within the scope
     */
    public ViolationRow get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("violation", id.toString()));
    }

    /** What happened to a violation, newest first; the newest 500. */
    public List<ViolationEvent> history(UUID id, AccessScope scope) {
        get(id, scope);
        return jdbc.sql("""
                select at, change, cause, actor, correlation_id from violation_history
                where violation_id = :id order by id desc limit :limit
                """)
                .param("id", id)
                .param("limit", HISTORY_LIMIT)
                .query((row, number) -> new ViolationEvent(
                        Sql.instant(row, "at"),
                        row.getString("change"),
                        row.getString("cause"),
                        row.getString("actor"),
                        row.getString("correlation_id")))
                .list();
    }
}

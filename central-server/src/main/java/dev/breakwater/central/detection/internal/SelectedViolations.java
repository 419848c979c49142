package dev.breakwater.central.detection.internal;

import dev.breakwater.central.detection.Comment;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which violations a decision is about, always within what may be seen. */
@Component
class SelectedViolations {

    private static final int MOST_IDS = 10_000;
    private static final int MOST_COMMENTS = 500;

    private final Lists lists;
    private final ListDefinition<ViolationRow> definition;
    private final JdbcTemplate jdbc;

    SelectedViolations(Lists lists, ListDefinition<ViolationRow> definition, JdbcTemplate jdbc) {
        this.lists = lists;
        this.definition = definition;
        this.jdbc = jdbc;
    }

    List<UUID> ids(Selection selection, AccessScope scope) {
        List<UUID> wanted = selection.ids();
        if ((wanted == null) == (selection.q() == null)) {
            throw new InvalidRequest("q", String.valueOf(selection.q()), "a filter or ids, one of the two");
        }
        if (wanted == null) {
            List<UUID> ids = lists.ids(definition, String.valueOf(selection.q()), scope, Triage.MOST + 1);
            if (ids.size() > Triage.MOST) {
                throw new InvalidRequest(
                        "q",
                        String.valueOf(selection.q()),
                        "a filter that at most " + Triage.MOST
                                + " violations match; narrow it, such as to one cluster");
            }
            return ids;
        }
        if (wanted.isEmpty() || wanted.size() > MOST_IDS) {
            throw new InvalidRequest("ids", wanted.size() + " ids", "1 to " + MOST_IDS + " ids");
        }
        List<UUID> seen = lists.idsAmong(definition, wanted, scope);
        if (seen.size() < wanted.stream().distinct().count()) {
            throw new NotFound(
                    "violation",
                    wanted.stream()
                            .filter(id -> !seen.contains(id))
                            .findFirst()
                            .orElseThrow()
                            .toString());
        }
        return seen;
    }

    /** How many of these may be seen. */
    int within(List<UUID> ids, AccessScope scope) {
        return lists.idsAmong(definition, ids, scope).size();
    }

    List<Comment> comments(UUID violationId, AccessScope scope) {
        if (within(List.of(violationId), scope) == 0) {
            throw new NotFound("violation", violationId.toString());
        }
        return jdbc.query(
                        "select id, at, author, body from violation_comments where violation_id = ?"
                                + " order by id desc limit " + MOST_COMMENTS,
                        (row, number) -> new Comment(
                                Sql.uuid(row, "id"),
                                Sql.instant(row, "at"),
                                row.getString("author"),
                                row.getString("body")),
                        violationId)
                .reversed();
    }
}

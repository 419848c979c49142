package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.access.Persons;
import dev.breakwater.central.compliance.ControlException.State;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Exceptions of controls in an export, with those that are over: why something was not counted is asked later, too. */
@Component
@Order(86)
class CarriedControlExceptions implements Carried<CarriedControlExceptions.Kept> {

    private static final int LONGEST = 2_000;
    private static final int NAME = 300;
    private static final int MOST_CHECKS = 100;

    /** An exception as it stands in the file. */
    record Kept(
            UUID id,
            State state,
            String standard,
            String control,
            List<String> checks,
            String cluster,
            String namespace,
            String kind,
            String name,
            String reason,
            Instant endsAt,
            String requestedBy,
            List<String> requestedFor,
            Instant requestedAt,
            String decidedBy,
            @Nullable Instant decidedAt,
            String decision,
            String endedBy,
            @Nullable Instant endedAt) {}

    private final JdbcTemplate jdbc;

    CarriedControlExceptions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "controlExceptions";
    }

    @Override
    public String what() {
        return "exceptions of controls";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return jdbc.query(
                "select e.*, c.name as cluster from compliance_exceptions e join clusters c on c.id = e.cluster_id",
                (row, number) -> new Kept(
                        Sql.uuid(row, "id"),
                        State.valueOf(row.getString("state")),
                        row.getString("standard"),
                        row.getString("control"),
                        Sql.texts(row, "checks"),
                        row.getString("cluster"),
                        row.getString("namespace"),
                        row.getString("object_kind"),
                        row.getString("object_name"),
                        row.getString("reason"),
                        Sql.instant(row, "ends_at"),
                        row.getString("requested_by"),
                        Sql.texts(row, "requested_for"),
                        Sql.instant(row, "requested_at"),
                        row.getString("decided_by"),
                        Sql.instantOrNull(row, "decided_at"),
                        row.getString("decision"),
                        row.getString("ended_by"),
                        Sql.instantOrNull(row, "ended_at")));
    }

    @Override
    public void check(Kept item) {
        if (item.checks().isEmpty() || item.checks().size() > MOST_CHECKS) {
            throw new InvalidRequest("checks", item.checks().toString(), "1 to " + MOST_CHECKS + " ids of checks");
        }
        if (item.reason().isBlank()
                || item.reason().length() > LONGEST
                || item.decision().length() > LONGEST) {
            throw new InvalidRequest("reason", item.reason(), "1 to " + LONGEST + " characters");
        }
        for (String text : List.of(
                item.standard(),
                item.control(),
                item.namespace(),
                item.kind(),
                item.name(),
                item.requestedBy(),
                item.decidedBy(),
                item.endedBy())) {
            if (text.length() > NAME) {
                throw new InvalidRequest("name", text, "up to " + NAME + " characters");
            }
        }
        boolean held = item.state() == State.APPROVED || item.state() == State.ENDED;
        String decider = item.decidedBy().toLowerCase(Locale.ROOT);
        boolean own = decider.isBlank()
                || decider.equals(item.requestedBy().toLowerCase(Locale.ROOT))
                || item.requestedFor().stream()
                        .anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(decider))
                || Persons.isToken(decider);
        if (held && own) {
            throw new InvalidRequest("decidedBy", item.decidedBy(), "another person than who asked for it");
        }
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        return reach.has("clusters", item.cluster()) ? null : "there is no cluster " + item.cluster();
    }

    @Override
    public void write(List<Kept> items) {
        for (Kept item : items) {
            jdbc.update(
                    """
                    insert into compliance_exceptions (id, state, standard, control, checks, cluster_id, namespace, object_kind,
                        object_name, reason, ends_at, requested_by, requested_for, requested_at, decided_by, decided_at, decision,
                        ended_by, ended_at)
                    select ?, ?, ?, ?, ?, c.id, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?::timestamptz, ?, ?::timestamptz, ?, ?,
                        ?::timestamptz
                    from clusters c where c.name = ?
                    on conflict (id) do update set state = excluded.state, ends_at = excluded.ends_at,
                        decided_by = excluded.decided_by, decided_at = excluded.decided_at, decision = excluded.decision,
                        ended_by = excluded.ended_by, ended_at = excluded.ended_at
                    """,
                    item.id(),
                    item.state().name(),
                    item.standard(),
                    item.control(),
                    Rows.array("text", item.checks()),
                    item.namespace(),
                    item.kind(),
                    item.name(),
                    item.reason(),
                    item.endsAt().toString(),
                    item.requestedBy(),
                    Rows.array("text", item.requestedFor()),
                    item.requestedAt().toString(),
                    item.decidedBy(),
                    text(item.decidedAt()),
                    item.decision(),
                    item.endedBy(),
                    text(item.endedAt()),
                    item.cluster());
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}

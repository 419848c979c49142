package dev.breakwater.central.detection.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Acceptances in an export: until when something is borne, by whom and why. Which violations stands in the decisions. */
@Component
@Order(70)
class CarriedAcceptances implements Carried<CarriedAcceptances.Kept> {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_FILTER = 10_000;

    /** An acceptance as it stands in the file. */
    record Kept(
            UUID id,
            String reason,
            String acceptedBy,
            Instant acceptedAt,
            Instant endsAt,
            String q,
            int accepted,
            @Nullable Instant endedAt,
            String endedBy) {}

    private final JdbcTemplate jdbc;

    CarriedAcceptances(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "acceptances";
    }

    @Override
    public String what() {
        return "acceptances of violations";
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
                "select * from acceptances",
                (row, number) -> new Kept(
                        Sql.uuid(row, "id"),
                        row.getString("reason"),
                        row.getString("accepted_by"),
                        Sql.instant(row, "accepted_at"),
                        Sql.instant(row, "ends_at"),
                        row.getString("q"),
                        row.getInt("accepted"),
                        Sql.instantOrNull(row, "ended_at"),
                        row.getString("ended_by")));
    }

    @Override
    public void check(Kept item) {
        DecisionTexts.reason(item.reason());
        DecisionTexts.span(item.acceptedAt(), item.endsAt());
        if (item.acceptedBy().length() > LONGEST_NAME || item.endedBy().length() > LONGEST_NAME) {
            throw new InvalidRequest("acceptedBy", item.acceptedBy(), "up to " + LONGEST_NAME + " characters");
        }
        if (item.q().length() > LONGEST_FILTER) {
            throw new InvalidRequest("q", item.q(), "up to " + LONGEST_FILTER + " characters");
        }
        if (item.accepted() < 0) {
            throw new InvalidRequest("accepted", String.valueOf(item.accepted()), "0 or more");
        }
    }

    @Override
    public void write(List<Kept> items) {
        Rows rows =
                Rows.of("uuid", "text", "text", "timestamptz", "timestamptz", "text", "int4", "timestamptz", "text");
        for (Kept item : items) {
            rows.add(
                    item.id(),
                    item.reason(),
                    item.acceptedBy(),
                    item.acceptedAt(),
                    item.endsAt(),
                    item.q(),
                    item.accepted(),
                    item.endedAt(),
                    item.endedBy());
        }
        rows.update(jdbc, """
                insert into acceptances (id, reason, accepted_by, accepted_at, ends_at, q, accepted, ended_at, ended_by)
                select u.* from %s u
                on conflict (id) do update set reason = excluded.reason, accepted_by = excluded.accepted_by,
                    accepted_at = excluded.accepted_at, ends_at = excluded.ends_at, q = excluded.q,
                    accepted = excluded.accepted, ended_at = excluded.ended_at, ended_by = excluded.ended_by
                """.formatted(rows.unnest()));
    }
}

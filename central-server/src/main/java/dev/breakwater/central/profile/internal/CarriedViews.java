package dev.breakwater.central.profile.internal;

import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.profile.SavedView.Shown;
import dev.breakwater.central.system.Carried;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Saved views in an export, by owner, list and name. */
@Component
@Order(90)
class CarriedViews implements Carried<CarriedViews.View> {

    private static final int LONGEST_OWNER = 300;

    /** A view as it stands in the file. */
    record View(
            String owner,
            String list,
            String name,
            boolean shared,
            Shown shown,
            Instant createdAt,
            Instant updatedAt) {}

    private final JdbcTemplate jdbc;
    private final StoredViews views;
    private final Clock clock;

    CarriedViews(JdbcTemplate jdbc, StoredViews views, Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "savedViews";
    }

    @Override
    public String what() {
        return "saved views of lists";
    }

    @Override
    public Class<View> item() {
        return View.class;
    }

    @Override
    public String key(View item) {
        return item.owner() + "/" + item.list() + "/" + item.name();
    }

    @Override
    public List<View> read(boolean secrets) {
        return jdbc.query("select * from saved_views", (row, number) -> read(row));
    }

    private static View read(ResultSet row) throws SQLException {
        String columns = row.getString("columns");
        Shown shown = new Shown(
                row.getString("q"),
                row.getString("sort"),
                columns.isEmpty() ? List.of() : List.of(columns.split(",")),
                row.getString("scope"));
        return new View(
                row.getString("owner"),
                row.getString("list"),
                row.getString("name"),
                row.getBoolean("shared"),
                shown,
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    @Override
    public void check(View item) {
        if (item.owner().isBlank() || item.owner().length() > LONGEST_OWNER) {
            throw new InvalidRequest("owner", item.owner(), "1 to " + LONGEST_OWNER + " characters");
        }
        if (!views.check(item.list(), item.name(), item.shown()).equals(item.name())) {
            throw new InvalidRequest("name", item.name(), "no space at its ends");
        }
    }

    @Override
    public void write(List<View> items) {
        Rows rows = Rows.of(
                "uuid", "text", "text", "text", "bool", "text", "text", "text", "text", "timestamptz", "timestamptz");
        for (View item : items) {
            rows.add(
                    Ids.newId(clock.instant()),
                    item.owner(),
                    item.list(),
                    item.name(),
                    item.shared(),
                    item.shown().q(),
                    item.shown().sort(),
                    String.join(",", item.shown().columns()),
                    item.shown().scope(),
                    item.createdAt(),
                    item.updatedAt());
        }
        rows.update(jdbc, """
                insert into saved_views (id, owner, list, name, shared, q, sort, columns, scope, created_at, updated_at,
                    version)
                select u.*, 0 from %s u
                on conflict (owner, list, name) do update set shared = excluded.shared, q = excluded.q,
                    sort = excluded.sort, columns = excluded.columns, scope = excluded.scope,
                    created_at = excluded.created_at, updated_at = excluded.updated_at, version = saved_views.version + 1
                """.formatted(rows.unnest()));
    }
}

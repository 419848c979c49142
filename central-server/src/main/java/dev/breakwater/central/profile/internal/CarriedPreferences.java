package dev.breakwater.central.profile.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.profile.Preferences;
import dev.breakwater.central.profile.Preferences.Density;
import dev.breakwater.central.profile.Preferences.Theme;
import dev.breakwater.central.system.Carried;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How people like the console, in an export, by their names. */
@Component
@Order(100)
class CarriedPreferences implements Carried<CarriedPreferences.Taste> {

    private static final int LONGEST_NAME = 300;
    private static final TypeReference<TreeMap<String, List<String>>> COLUMNS = new TypeReference<>() {};

    /** The preferences of somebody as they stand in the file. */
    record Taste(String person, Theme theme, Density density, boolean singleKeys, Map<String, List<String>> columns) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;

    CarriedPreferences(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "preferences";
    }

    @Override
    public String what() {
        return "how people like the console";
    }

    @Override
    public Class<Taste> item() {
        return Taste.class;
    }

    @Override
    public String key(Taste item) {
        return item.person();
    }

    @Override
    public boolean toldSingly() {
        return false;
    }

    @Override
    public List<Taste> read(boolean secrets) {
        return jdbc.query(
                "select * from preferences",
                (row, number) -> new Taste(
                        row.getString("person"),
                        Theme.valueOf(row.getString("theme")),
                        Density.valueOf(row.getString("density")),
                        row.getBoolean("single_keys"),
                        JsonMapper.shared().readValue(row.getString("columns"), COLUMNS)));
    }

    @Override
    public void check(Taste item) {
        if (item.person().isBlank() || item.person().length() > LONGEST_NAME) {
            throw new InvalidRequest("person", item.person(), "1 to " + LONGEST_NAME + " characters");
        }
        // Refuses what it cannot keep.
        new Preferences(item.theme(), item.density(), item.singleKeys(), item.columns());
    }

    @Override
    public void write(List<Taste> items) {
        Rows rows = Rows.of("text", "text", "text", "bool", "text");
        for (Taste item : items) {
            rows.add(
                    item.person(),
                    item.theme(),
                    item.density(),
                    item.singleKeys(),
                    JsonMapper.shared().writeValueAsString(new TreeMap<>(item.columns())));
        }
        rows.update(jdbc, """
                insert into preferences (person, theme, density, single_keys, columns, updated_at, version)
                select u.*, b.at, 0 from %s u, (select ?::timestamptz) b(at)
                on conflict (person) do update set theme = excluded.theme, density = excluded.density,
                    single_keys = excluded.single_keys, columns = excluded.columns, updated_at = excluded.updated_at,
                    version = preferences.version + 1
                """.formatted(rows.unnest()), clock.instant().toString());
    }
}

package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.Carried;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Chosen versions of CIS Kubernetes in an export, with the cluster by its name. */
@Component
@Order(87)
class CarriedBenchmarkChoices implements Carried<CarriedBenchmarkChoices.Kept> {

    private static final int LONGEST_NAME = 300;

    /** A choice as it stands in the file. */
    record Kept(String cluster, String standard, String chosenBy, Instant chosenAt) {}

    private final JdbcTemplate jdbc;

    CarriedBenchmarkChoices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "benchmarkChoices";
    }

    @Override
    public String what() {
        return "chosen versions of CIS Kubernetes";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.cluster();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return jdbc.query(
                "select c.name, h.standard, h.chosen_by, h.chosen_at from compliance_benchmark_choices h"
                        + " join clusters c on c.id = h.cluster_id",
                (row, number) -> new Kept(
                        row.getString("name"),
                        row.getString("standard"),
                        row.getString("chosen_by"),
                        Sql.instant(row, "chosen_at")));
    }

    @Override
    public void check(Kept item) {
        StoredBenchmarkChoices.check(item.standard());
        if (item.chosenBy().isBlank() || item.chosenBy().length() > LONGEST_NAME) {
            throw new InvalidRequest("chosenBy", item.chosenBy(), "1 to " + LONGEST_NAME + " characters");
        }
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        return reach.has("clusters", item.cluster()) ? null : "there is no cluster " + item.cluster();
    }

    @Override
    public void write(List<Kept> items) {
        Rows rows = Rows.of("text", "text", "text", "timestamptz");
        items.forEach(item -> rows.add(item.cluster(), item.standard(), item.chosenBy(), item.chosenAt()));
        rows.update(jdbc, """
            insert into compliance_benchmark_choices (cluster_id, standard, chosen_by, chosen_at)
            select c.id, u.standard, u.chosen_by, u.chosen_at
            from %s u(cluster, standard, chosen_by, chosen_at) join clusters c on c.name = u.cluster
            on conflict (cluster_id) do update set
                standard = excluded.standard, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
            """.formatted(rows.unnest()));
    }
}

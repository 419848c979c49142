package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What workloads run, as it is kept. */
@Component
class RunningImages {

    /**
     * An image as a workload runs it.
     *
     * @param content what is in it, {@code null} = nobody has looked
     */
    record Running(UUID workload, String name, @Nullable Integer content) {}

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    RunningImages(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /** How many workloads of a place have a score. */
    long scored(PlaceFilter place, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        Long count = named.queryForObject(
                "select count(*) from risk_scores r where "
                        + place.where(PlaceFilter.Columns.ofWorkloads("r"), scope, parameters),
                parameters.values(),
                Long.class);
        return count == null ? 0 : count;
    }

    List<Running> of(Collection<UUID> workloads) {
        return jdbc.query(
                "select distinct u.workload_id, i.name, c.content_id from workload_images u join images i on i.id = u.image_id"
                        + " left join contents_of_images c on c.image_id = i.id where u.workload_id = any(?)",
                (row, number) -> new Running(
                        Sql.uuid(row, "workload_id"),
                        row.getString("name"),
                        row.getObject("content_id", Integer.class)),
                Rows.ids(workloads));
    }

    /** The packages of contents in which something is found that can be mended, with the contents that have them. */
    Map<Integer, Set<Integer>> fixable(Collection<Integer> contents) {
        Map<Integer, Set<Integer>> byPackage = new HashMap<>();
        jdbc.query(
                "select p.package_id, p.content_id from image_packages p where p.content_id = any(?) and exists"
                        + " (select 1 from package_findings f where f.package_id = p.package_id and f.fixed_version <> '')",
                row -> {
                    byPackage
                            .computeIfAbsent(row.getInt("package_id"), key -> new HashSet<>())
                            .add(row.getInt("content_id"));
                },
                Rows.array("int4", contents));
        return byPackage;
    }

    /** How many findings of packages of these contents nobody has a fix for. */
    int withoutFix(Collection<Integer> contents) {
        Integer count = jdbc.queryForObject(
                "select count(*) from package_findings f where f.fixed_version = '' and f.package_id in"
                        + " (select p.package_id from image_packages p where p.content_id = any(?))",
                Integer.class,
                Rows.array("int4", new ArrayList<>(contents)));
        return count == null ? 0 : count;
    }
}

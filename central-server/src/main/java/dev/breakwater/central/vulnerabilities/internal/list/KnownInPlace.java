package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.vulnerabilities.Known;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts what was looked into, and what feeds speak for. */
@Component
class KnownInPlace {

    private final NamedParameterJdbcTemplate jdbc;

    KnownInPlace(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Known of(PlaceFilter place, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String where = place.where(PlaceFilter.Columns.of("w"), scope, parameters);
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                with used as (
                    select distinct u.image_id from workloads w join workload_images u on u.workload_id = w.id where %s),
                read as (select u.image_id, ic.content_id, c.has_config from used u
                    left join image_content ic on ic.image_id = u.image_id left join image_contents c on c.id = ic.content_id)
                select (select count(distinct image_id) from read) as images,
                    (select count(distinct image_id) from read where has_config) as looked_into,
                    (select count(distinct image_id) from read where not has_config) as told,
                    coalesce(sum(c.package_count), 0) as packages,
                    coalesce(sum(coalesce(n.unspoken, c.package_count)), 0) as unspoken,
                    coalesce(sum(coalesce(n.outdated, 0)), 0) as outdated
                from (select distinct content_id from read where content_id is not null) r
                    join image_contents c on c.id = r.content_id
                    left join content_counts n on n.content_id = r.content_id
                """.formatted(where),
                parameters.values(),
                (row, number) -> new Known(
                        row.getLong("images"),
                        row.getLong("looked_into"),
                        row.getLong("told"),
                        row.getLong("packages"),
                        row.getLong("unspoken"),
                        row.getLong("outdated"))));
    }
}

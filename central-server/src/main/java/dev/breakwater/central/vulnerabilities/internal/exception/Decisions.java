package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.images.KnownFindings.Decided;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.Vulnerability;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The effective state for whoever judges: the same function of the database decides that lists are read by, so that none of them can
 * disagree. Read for the exceptions that hold and what VEX documents dismiss, of which there are few; a central without any asks one short
 * question.
 */
@Component
public class Decisions {

    private record Occurrence(int contentId, int packageId, String vulnerability) {}

    private final JdbcTemplate jdbc;

    Decisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds in these workloads; those without a decision are left out. */
    public Map<UUID, Decided> of(Collection<UUID> workloadIds) {
        Map<UUID, Map<Occurrence, Vulnerability.State>> decided = new HashMap<>();
        if (!any()) {
            return Map.of();
        }
        jdbc.query(
                """
                select d.workload_id, d.content_id, d.package_id, a.alias, bool_or(d.false_positive) as false_positive
                from (
                select w.id as workload_id, c.content_id, f.package_id, f.vulnerability_id,
                    e.kind = 'FALSE_POSITIVE' as false_positive
                from workloads w join clusters l on l.id = w.cluster_id
                    join workload_images u on u.workload_id = w.id
                    join images i on i.id = u.image_id
                    join image_content c on c.image_id = i.id
                    join image_packages p on p.content_id = c.content_id
                    join packages k on k.id = p.package_id
                    join package_findings f on f.package_id = p.package_id
                    join exceptions_in_force e on e.vulnerability_id = f.vulnerability_id
                where w.id = any(?)
                    and exception_covers(e.exception, l.name, w.namespace, w.labels, i.name, k.name)
                union all
                select u.workload_id, c.content_id, f.package_id, f.vulnerability_id, true
                from workload_images u
                    join image_content c on c.image_id = u.image_id
                    join image_packages p on p.content_id = c.content_id
                    join package_findings f on f.package_id = p.package_id
                where u.workload_id = any(?) and f.vulnerability_id in (select vulnerability_id from vex_spoken)
                    and vex_dismisses(f.vulnerability_id, f.package_id, p.content_id)
                ) d join vulnerability_aliases a on a.vulnerability_id = d.vulnerability_id
                group by 1, 2, 3, 4
                """,
                row -> {
                    decided.computeIfAbsent(Sql.uuid(row, "workload_id"), key -> new HashMap<>())
                            .put(
                                    new Occurrence(
                                            row.getInt("content_id"), row.getInt("package_id"), row.getString("alias")),
                                    row.getBoolean("false_positive")
                                            ? Vulnerability.State.FALSE_POSITIVE
                                            : Vulnerability.State.DEFERRED);
                },
                Rows.ids(workloadIds),
                Rows.ids(workloadIds));
        Map<UUID, Decided> answer = new HashMap<>();
        decided.forEach((workload, states) -> answer.put(
                workload,
                (content, packageId, vulnerability) -> states.getOrDefault(
                        new Occurrence(content, packageId, vulnerability), Vulnerability.State.OBSERVED)));
        return answer;
    }

    /** Whether there is any decision or statement at all. */
    boolean any() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from exceptions_in_force) or exists (select 1 from vex_statements where acts)",
                Boolean.class));
    }
}

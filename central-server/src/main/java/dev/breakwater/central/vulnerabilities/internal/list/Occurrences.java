package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.vulnerabilities.FindingRow.PackageFinding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** A vulnerability of a package, as the lists select and read it. */
final class Occurrences {

    /** Columns over {@code f} (finding), {@code v} (vulnerability), {@code k} (package). */
    static final String COLUMNS =
            "v.name as vulnerability, f.severity, f.severity_word, coalesce(f.cvss, v.cvss) as cvss, v.epss,"
                    + " v.kev_since, f.package_id, k.name as package_name, k.version as package_version, k.type as package_type,"
                    + " k.distribution, k.purl, f.fixed_version, f.fix_state, f.undecided, f.claimed_by,"
                    + " coalesce((select a.name from advisories a where a.id = f.advisory_id), '') as advisory, f.first_seen_at,"
                    + " f.fix_seen_at, v.published_at";

    /**
     * 0 = it counts, 1 = it is put off, 2 = it does not apply. Over {@code f}, {@code k}, {@code l} (cluster), {@code w}
     * (workload), {@code i} (image), {@code p} (package of a content): the one expression of the effective state in lists.
     */
    static final String STATE = "(case when f.vulnerability_id in (select vulnerability_id from vex_spoken)"
            + " and vex_dismisses(f.vulnerability_id, f.package_id, p.content_id) then 2"
            + " when f.vulnerability_id in (select vulnerability_id from exceptions_in_force) then"
            + " coalesce((select max(case e.kind when 'FALSE_POSITIVE' then 2 else 1 end) from exceptions_in_force e"
            + " where e.vulnerability_id = f.vulnerability_id"
            + " and exception_covers(e.exception, l.name, w.namespace, w.labels, i.name, k.name)), 0) else 0 end)";

    /**
     * The same of a package on a node, over {@code f}, {@code k}, {@code l} (cluster, none for a machine without one). What suppliers say
     * counts where it is about no single image.
     */
    static final String NODE_STATE = "(case when f.vulnerability_id in (select vulnerability_id from vex_spoken)"
            + " and vex_dismisses(f.vulnerability_id, f.package_id, 0) then 2"
            + " when f.vulnerability_id in (select vulnerability_id from exceptions_in_force) then"
            + " coalesce((select max(case e.kind when 'FALSE_POSITIVE' then 2 else 1 end) from exceptions_in_force e"
            + " where e.vulnerability_id = f.vulnerability_id"
            + " and exception_covers_node(e.exception, coalesce(l.name, ''), k.name)), 0) else 0 end)";

    private Occurrences() {}

    /**
     * What was decided of a finding in an image: 0 = it counts where it runs, 1 = it is put off wherever it runs, 2 = it does not
     * apply there. Of an image that nobody runs, what was decided for everywhere holds. Cheap where nobody decided anything of the
     * vulnerability.
     *
     * @param finding alias of {@code package_findings}
     * @param content expression of the content's id
     * @param component expression of the package's name
     */
    static String decidedIn(String finding, String content, String component) {
        return """
                (case when {f}.vulnerability_id in (select vulnerability_id from vex_spoken)
                        and vex_dismisses({f}.vulnerability_id, {f}.package_id, {c}) then 2
                    when {f}.vulnerability_id in (select vulnerability_id from exceptions_in_force) then coalesce((
                        select min(coalesce((select max(case e.kind when 'FALSE_POSITIVE' then 2 else 1 end)
                            from exceptions_in_force e where e.vulnerability_id = {f}.vulnerability_id and exception_covers(
                                e.exception, dl.name, dw.namespace, dw.labels, di.name, {k})), 0))
                        from image_content dc join images di on di.id = dc.image_id
                            join workload_images du on du.image_id = di.id join workloads dw on dw.id = du.workload_id
                            join clusters dl on dl.id = dw.cluster_id
                        where dc.content_id = {c}), (
                        select max(case e.kind when 'FALSE_POSITIVE' then 2 else 1 end)
                        from exceptions_in_force e where e.vulnerability_id = {f}.vulnerability_id
                            and exception_covers_node(e.exception, '', {k})), 0)
                    else 0 end)""".replace("{f}", finding).replace("{c}", content).replace("{k}", component);
    }

    static PackageFinding read(ResultSet row) throws SQLException {
        return new PackageFinding(
                row.getString("vulnerability"),
                Severities.of(row.getInt("severity")),
                row.getString("severity_word"),
                row.getObject("cvss", Double.class),
                row.getObject("epss", Double.class),
                row.getObject("kev_since", LocalDate.class),
                row.getInt("package_id"),
                row.getString("package_name"),
                row.getString("package_version"),
                row.getString("package_type"),
                row.getString("distribution"),
                row.getString("purl"),
                row.getString("fixed_version"),
                row.getString("fix_state"),
                row.getString("undecided"),
                row.getString("advisory"),
                row.getString("claimed_by"),
                Sql.instant(row, "first_seen_at"),
                Sql.instantOrNull(row, "fix_seen_at"),
                Sql.instantOrNull(row, "published_at"));
    }
}

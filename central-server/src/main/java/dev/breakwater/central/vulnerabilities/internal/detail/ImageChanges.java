package dev.breakwater.central.vulnerabilities.internal.detail;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.vulnerabilities.ImageChange;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.central.vulnerabilities.ImageChange.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Why what is wrong with an image changed: put together from what changed for its packages, for its content, and by people. */
@Component
class ImageChanges {

    private static final int MOST = 500;

    private static final String BY_ADVISORIES = """
            select h.at, h.change, h.cause as detail, v.name as vulnerability,
                coalesce(h.severity, f.severity, v.severity) as severity, k.name || ' ' || k.version as component,
                h.kind as cause
            from image_packages p join finding_changes h on h.package_id = p.package_id
                join vulnerabilities v on v.id = h.vulnerability_id join packages k on k.id = p.package_id
                left join package_findings f on f.package_id = h.package_id and f.vulnerability_id = h.vulnerability_id
            where p.content_id = ? order by h.at desc, h.id desc limit ?
            """;

    /** Against the last content of the same repository that was looked into before this one. */
    private static final String BY_CONTENT = """
            with this as (select * from image_contents where id = ?),
            older as (
                select c.id, c.digest from this t
                    join image_content mine on mine.content_id = t.id join images i on i.id = mine.image_id
                    join images o on o.registry = i.registry and o.repository = i.repository
                    join image_content other on other.image_id = o.id join image_contents c on c.id = other.content_id
                where c.id <> t.id and c.first_scanned_at < t.first_scanned_at
                order by c.first_scanned_at desc limit 1),
            here as (
                select f.vulnerability_id, max(f.severity) as severity, min(k.name || ' ' || k.version) as component
                from image_packages p join package_findings f on f.package_id = p.package_id
                    join packages k on k.id = p.package_id where p.content_id = (select id from this) group by 1),
            there as (
                select f.vulnerability_id, max(f.severity) as severity, min(k.name || ' ' || k.version) as component
                from image_packages p join package_findings f on f.package_id = p.package_id
                    join packages k on k.id = p.package_id where p.content_id = (select id from older) group by 1)
            select t.first_scanned_at as at, case when h.vulnerability_id is null then 'DISAPPEARED' else 'APPEARED' end as change,
                'CONTENT' as cause, v.name as vulnerability, coalesce(h.severity, o.severity) as severity,
                coalesce(h.component, o.component) as component, 'compared with ' || b.digest as detail
            from this t cross join older b cross join (here h full join there o on o.vulnerability_id = h.vulnerability_id)
                join vulnerabilities v on v.id = coalesce(h.vulnerability_id, o.vulnerability_id)
            where h.vulnerability_id is null or o.vulnerability_id is null limit ?
            """;

    private static final String BY_PEOPLE = """
            select x.at, x.change, 'DECISION' as cause, v.name as vulnerability, v.severity, '' as component, x.detail
            from (select distinct e.id, n.vulnerability_id from image_packages p
                    join package_findings f on f.package_id = p.package_id
                    join vulnerability_aliases n on n.vulnerability_id = f.vulnerability_id
                    join exceptions e on e.vulnerability = n.alias
                    join exception_reach r on r.exception_id = e.id and r.content_id = p.content_id
                where p.content_id = ?) d
                join exceptions e on e.id = d.id join vulnerabilities v on v.id = d.vulnerability_id
                cross join lateral (values
                    (case when e.fix_known is not null then e.decided_at end, 'DISAPPEARED',
                        lower(replace(e.kind, '_', ' ')) || ' approved by ' || e.decided_by || ': ' || e.reason),
                    (e.ended_at, 'APPEARED', lower(replace(e.kind, '_', ' ')) || ' ended: '
                        || lower(replace(e.end_cause, '_', ' ')))) x(at, change, detail)
            where x.at is not null order by x.at desc limit ?
            """;

    private static final String BY_SUPPLIERS = """
            select distinct d.brought_at as at,
                case when s.status in ('NOT_AFFECTED', 'FIXED') then 'DISAPPEARED' else 'CHANGED' end as change,
                'VEX' as cause, v.name as vulnerability, f.severity, k.name || ' ' || k.version as component,
                case when d.author = '' then 'a supplier' else d.author end || ' says: ' || lower(replace(s.status, '_', ' '))
                    || case when s.justification = '' then '' else ', ' || replace(s.justification, '_', ' ') end as detail
            from image_packages p join package_findings f on f.package_id = p.package_id
                join packages k on k.id = p.package_id join vulnerabilities v on v.id = f.vulnerability_id
                join vulnerability_aliases a on a.vulnerability_id = v.id
                join vex_statements s on s.names @> array[a.alias] join vex_documents d on d.id = s.document_id
            where p.content_id = ? and exists (select 1 from vex_statements) and vex_means(s, f.package_id, p.content_id)
            order by 1 desc limit ?
            """;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    ImageChanges(JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    List<ImageChange> of(String digest, AccessScope scope) {
        int content = content(digest, scope);
        List<ImageChange> changes = new ArrayList<>();
        for (String query : List.of(BY_ADVISORIES, BY_CONTENT, BY_PEOPLE, BY_SUPPLIERS)) {
            changes.addAll(jdbc.query(query, (row, number) -> read(row), content, MOST));
        }
        changes.sort(Comparator.comparing(ImageChange::at).reversed());
        return changes.stream().limit(MOST).toList();
    }

    /** The content of an image that may be seen. */
    int content(String digest, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String given = parameters.add(digest);
        String seen = scope.everything()
                ? "true"
                : "exists (select 1 from image_content c join workload_images u on u.image_id = c.image_id"
                        + " join workloads w on w.id = u.workload_id where c.content_id = d.content_id and "
                        + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters) + ")";
        return named
                .queryForList(
                        "select d.content_id from image_content_digests d where d.digest = " + given + " and " + seen,
                        parameters.values(),
                        Integer.class)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("image", digest));
    }

    private static ImageChange read(ResultSet row) throws SQLException {
        return new ImageChange(
                Sql.instant(row, "at"),
                Change.valueOf(row.getString("change")),
                Cause.valueOf(row.getString("cause")),
                row.getString("vulnerability"),
                Severities.of(row.getInt("severity")),
                row.getString("component"),
                row.getString("detail"));
    }
}

package dev.breakwater.central.vulnerabilities.internal.claim;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import dev.breakwater.central.vulnerabilities.ImageClaims;
import dev.breakwater.central.vulnerabilities.ImageClaims.Report;
import dev.breakwater.central.vulnerabilities.ImageClaims.State;
import dev.breakwater.central.vulnerabilities.ImageClaims.Unconfirmed;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Claimed;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Tells claims: of an image, held against what is found, and of a vulnerability. */
@Component
public class ClaimLists {

    private static final int MOST_PROGRAMS = 50;
    private static final int MOST_PACKAGES = 20;

    /** A claim with the package of the image that it is of, and what is found of it there. */
    private static final String HELD = """
             from image_claims c join claim_reports r on r.id = c.report_id
                left join lateral (
                    select p.id from packages p join image_packages i on i.package_id = p.id and i.content_id = c.content_id
                    where p.name = c.name and p.version = c.version and p.type = c.type limit 1) k on true
                left join package_findings f on f.package_id = k.id and f.vulnerability_id = c.vulnerability_id
            """;

    private static final String REPORTS =
            """
            select r.*, (select count(*) from image_claims c where c.report_id = r.id) as claims,
                (select count(*)""" + HELD.replace("claim_reports r on r.id", "claim_reports o on o.id") + """
                where c.report_id = r.id and f.claimed_by = '') as confirmed,
                (select count(*) from image_packages i join package_findings f on f.package_id = i.package_id
                    join packages p on p.id = i.package_id
                    where i.content_id = r.content_id and f.claimed_by = '' and not exists (
                        select 1 from image_claims c where c.report_id = r.id and c.vulnerability_id = f.vulnerability_id
                            and c.name = p.name and c.version = p.version and c.type = p.type)) as unclaimed
            from claim_reports r where r.content_id = ? order by r.scanner
            """;

    private static final String UNCONFIRMED = """
            select v.name as vulnerability, min(c.named) as named, max(c.severity) as severity,
                (array_agg(c.severity_word order by c.severity desc))[1] as severity_word, max(c.cvss) as cvss,
                c.type, c.name, c.version, max(c.fixed_version) as fixed_version, max(c.fix_state) as fix_state,
                case when k.id is null then 'NOT_INSTALLED' when f.claimed_by <> '' then 'COUNTS'
                    when exists (select 1 from package_due d where d.package_id = k.id) then 'WAITS' else 'CLAIMED' end as state,
                array_agg(distinct r.program) as programs, max(r.made_at) as made_at, count(*) over () as all_of_them
            """ + HELD + """
                join vulnerabilities v on v.id = c.vulnerability_id
            where c.content_id = ? and (f.package_id is null or f.claimed_by <> '')
            group by v.name, c.type, c.name, c.version, k.id, f.claimed_by
            order by 3 desc, 1, c.name, c.version limit ?
            """;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    ClaimLists(JdbcTemplate jdbc, NamedParameterJdbcTemplate named) {
        this.jdbc = jdbc;
        this.named = named;
    }

    /** Of a content that the reader may see. */
    public ImageClaims ofContent(int content, String digest) {
        int[] all = {0};
        List<Unconfirmed> unconfirmed = jdbc.query(
                UNCONFIRMED,
                (row, number) -> {
                    all[0] = row.getInt("all_of_them");
                    return new Unconfirmed(
                            row.getString("vulnerability"),
                            row.getString("named"),
                            Severities.of(row.getInt("severity")),
                            row.getString("severity_word"),
                            row.getObject("cvss", Double.class),
                            row.getString("type"),
                            row.getString("name"),
                            row.getString("version"),
                            row.getString("fixed_version"),
                            row.getString("fix_state"),
                            State.valueOf(row.getString("state")),
                            Sql.texts(row, "programs"),
                            Sql.instant(row, "made_at"));
                },
                content,
                ImageClaims.MOST);
        return new ImageClaims(digest, reports(content), unconfirmed, all[0] - unconfirmed.size());
    }

    private List<Report> reports(int content) {
        return jdbc.query(
                REPORTS,
                (row, number) -> new Report(
                        row.getString("scanner"),
                        row.getString("program"),
                        row.getString("format"),
                        Sql.instant(row, "made_at"),
                        Sql.instant(row, "brought_at"),
                        row.getInt("claims"),
                        row.getInt("unread"),
                        row.getInt("confirmed"),
                        row.getInt("unclaimed")),
                content);
    }

    /** Of a vulnerability, in images that may be seen, by scanner. */
    public List<Claimed> ofVulnerability(int vulnerability, AccessScope scope) {
        SqlParameters parameters = new SqlParameters();
        String id = parameters.add(vulnerability);
        String seen = scope.everything()
                ? "true"
                : "exists (select 1 from image_content ic join workload_images u on u.image_id = ic.image_id"
                        + " join workloads w on w.id = u.workload_id where ic.content_id = c.content_id and "
                        + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", parameters) + ")";
        return named.query(
                "select r.program, max(r.made_at) as made_at, max(c.severity) as severity,"
                        + " (array_agg(c.severity_word order by c.severity desc))[1] as severity_word, max(c.cvss) as cvss,"
                        + " max(c.fixed_version) as fixed_version, count(distinct c.content_id) as images,"
                        + " array_agg(distinct c.name || ' ' || c.version) as packages,"
                        + " count(distinct k.id) filter (where f.claimed_by <> '') as counts,"
                        + " count(distinct k.id) filter (where f.claimed_by = '') as confirmed"
                        + HELD + " where c.vulnerability_id = " + id + " and " + seen
                        + " group by r.program order by r.program limit " + MOST_PROGRAMS,
                parameters.values(),
                (row, number) -> new Claimed(
                        row.getString("program"),
                        Sql.instant(row, "made_at"),
                        Severities.of(row.getInt("severity")),
                        row.getString("severity_word"),
                        row.getObject("cvss", Double.class),
                        row.getString("fixed_version"),
                        Sql.texts(row, "packages").stream().limit(MOST_PACKAGES).toList(),
                        row.getInt("images"),
                        row.getInt("confirmed"),
                        row.getInt("counts")));
    }
}

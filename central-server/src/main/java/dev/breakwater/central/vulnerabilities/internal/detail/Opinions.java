package dev.breakwater.central.vulnerabilities.internal.detail;

import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Opinion;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Spoken;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryDocument;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.VersionRange;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What each publisher says of a vulnerability, read from the advisories themselves. */
@Component
class Opinions {

    private static final int MOST = 100;
    private static final int MOST_PACKAGES = 100;
    private static final int MOST_VERSIONS = 10;

    private final JdbcTemplate jdbc;

    Opinions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Opinion> of(int vulnerability) {
        return jdbc.query(
                "select d.name as feed, a.document, (select count(*) from package_findings f"
                        + " where f.vulnerability_id = l.vulnerability_id and f.advisory_id = a.id) as decides,"
                        + " (select count(distinct f.package_id) from advisory_packages p join package_keys k"
                        + " on k.ecosystem = p.ecosystem and k.name = p.name join package_findings f on f.package_id = k.package_id"
                        + " where p.advisory_id = a.id and f.vulnerability_id = l.vulnerability_id"
                        + " and f.advisory_id is distinct from a.id) as outranked"
                        + " from advisory_vulnerabilities l join advisories a on a.id = l.advisory_id"
                        + " join feeds d on d.id = a.feed_id where l.vulnerability_id = ? order by d.name, a.name limit ?",
                (row, number) -> opinion(
                        row.getString("feed"),
                        AdvisoryDocument.read(row.getBytes("document")),
                        row.getInt("decides"),
                        row.getInt("outranked")),
                vulnerability,
                MOST);
    }

    private static Opinion opinion(String feed, Advisory advisory, int decides, int outranked) {
        return new Opinion(
                feed,
                advisory.publisher(),
                advisory.id(),
                advisory.severity(),
                advisory.severityWord(),
                advisory.cvss(),
                advisory.cvssVector(),
                advisory.published(),
                advisory.modified(),
                advisory.withdrawn(),
                advisory.disputed(),
                advisory.summary(),
                advisory.details(),
                advisory.references(),
                advisory.affected().stream()
                        .limit(MOST_PACKAGES)
                        .map(one -> new Spoken(
                                one.ecosystem(),
                                one.packageName(),
                                versions(one),
                                one.fixState().name()))
                        .toList(),
                decides,
                outranked);
    }

    private static String versions(Affected affected) {
        List<String> parts = new ArrayList<>();
        for (VersionRange range : affected.ranges()) {
            String from = range.introduced().isEmpty() || range.introduced().equals("0")
                    ? ""
                    : "from " + range.introduced() + " ";
            String to = !range.fixed().isEmpty()
                    ? "before " + range.fixed()
                    : !range.lastAffected().isEmpty() ? "up to " + range.lastAffected() : "all later";
            parts.add((from + to).strip());
        }
        affected.versions().stream().limit(MOST_VERSIONS).forEach(parts::add);
        int more = affected.versions().size() - MOST_VERSIONS;
        return String.join(", ", parts) + (more > 0 ? " and " + more + " more" : "");
    }
}

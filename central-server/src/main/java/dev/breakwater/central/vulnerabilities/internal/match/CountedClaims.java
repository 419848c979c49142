package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.central.vulnerabilities.internal.match.FindingTable.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Claims of other scanners that count as found: the view {@code counted_claims} decides. What a feed says of the same vulnerability
 * of the package goes before them.
 */
@Component
class CountedClaims {

    private final JdbcTemplate jdbc;

    CountedClaims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of packages. */
    Map<Key, Finding> ofPackages(Collection<Integer> packages) {
        return read("package_id", packages);
    }

    /** Those of vulnerabilities. */
    Map<Key, Finding> ofVulnerabilities(Collection<Integer> vulnerabilities) {
        return read("vulnerability_id", vulnerabilities);
    }

    /** Of several that claim the same, the gravest and then the latest speaks. */
    private Map<Key, Finding> read(String column, Collection<Integer> ids) {
        Map<Key, Finding> claimed = new HashMap<>();
        jdbc.query(
                "select distinct on (package_id, vulnerability_id) * from counted_claims where " + column
                        + " = any(?) order by package_id, vulnerability_id, severity desc, made_at desc, program",
                row -> {
                    Finding finding = new Finding(
                            row.getInt("package_id"),
                            row.getInt("vulnerability_id"),
                            row.getInt("severity"),
                            row.getString("severity_word"),
                            row.getObject("cvss", Double.class),
                            row.getString("fixed_version"),
                            row.getString("fix_state"),
                            "",
                            null,
                            row.getString("program"));
                    claimed.put(new Key(finding.packageId(), finding.vulnerabilityId()), finding);
                },
                Rows.array("int4", ids));
        return claimed;
    }

    /**
     * Why findings come and go with claims.
     *
     * @param claimed claims that count
     * @param wanted all that is to be found
     */
    static Map<Key, Why> causes(Map<Key, Finding> before, Map<Key, Finding> claimed, Map<Key, Finding> wanted) {
        Map<Key, Why> causes = new HashMap<>();
        before.forEach((key, finding) -> {
            if (!finding.claimedBy().isEmpty()) {
                causes.put(
                        key,
                        wanted.containsKey(key)
                                ? new Why(Cause.FEED, "a feed says so now, too")
                                : new Why(
                                        Cause.SCANNER,
                                        finding.claimedBy()
                                                + " claims it no more, or a feed that is complete does not confirm it"));
            }
        });
        claimed.forEach((key, finding) -> causes.put(
                key,
                new Why(
                        Cause.SCANNER,
                        finding.claimedBy()
                                + " claims it, and no feed of the usual size is complete for such packages")));
        return causes;
    }
}

package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.vulnerabilities.internal.match.FindingTable.Causes;
import dev.breakwater.central.vulnerabilities.internal.match.FindingTable.Key;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Why findings of packages that waited change: a claim of a scanner, else what the vulnerability waits for to be matched anew, which
 * this round takes before it, else what the package waited for. What is found in a package that nobody matched before is no change.
 */
@Component
class WaitingCauses {

    private final JdbcTemplate jdbc;

    WaitingCauses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Causes of(
            List<PackageTable.Due> waiting,
            Map<Key, Finding> before,
            Map<Key, Finding> wanted,
            Map<Key, Finding> claimed) {
        Map<Integer, Why> packages = new HashMap<>();
        waiting.forEach(one -> {
            if (one.why() != null) {
                packages.put(one.matched().id(), one.why());
            }
        });
        Map<Key, Why> claims = CountedClaims.causes(before, claimed, wanted);
        Map<Integer, Why> vulnerabilities = packages.isEmpty() ? Map.of() : ofVulnerabilities(before, wanted);
        return key -> {
            Why why = packages.get(key.packageId());
            Why claim = claims.get(key);
            return claim != null || why == null ? claim : vulnerabilities.getOrDefault(key.vulnerabilityId(), why);
        };
    }

    private Map<Integer, Why> ofVulnerabilities(Map<Key, Finding> before, Map<Key, Finding> wanted) {
        Set<Integer> ids = new HashSet<>();
        before.keySet().forEach(key -> ids.add(key.vulnerabilityId()));
        wanted.keySet().forEach(key -> ids.add(key.vulnerabilityId()));
        Map<Integer, Why> whys = new HashMap<>();
        jdbc.query(
                "select vulnerability_id, kind, cause from vulnerability_due where matching and vulnerability_id = any(?)",
                row -> {
                    whys.put(row.getInt(1), Why.of(row.getString(2), row.getString(3)));
                },
                Rows.array("int4", ids));
        return whys;
    }
}

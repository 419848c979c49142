package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.platform.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps findings: writes what differs, and what changed with its cause. */
@Component
class FindingTable {

    /** A package and one of its vulnerabilities. */
    record Key(int packageId, int vulnerabilityId) {}

    /**
     * What a round of matching changed.
     *
     * @param packages whose findings are other than before
     * @param vulnerabilities that are found in other packages than before, or are said otherwise of
     */
    record Difference(Set<Integer> packages, Set<Integer> vulnerabilities) {

        boolean isEmpty() {
            return packages.isEmpty();
        }
    }

    /** Why a finding is other than before. */
    @FunctionalInterface
    interface Causes {
        /** {@code null} = it is none that people are told of, such as that a package is new. */
        @Nullable
        Why of(Key key);
    }

    private final JdbcTemplate jdbc;

    FindingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The present findings of packages. */
    Map<Key, Finding> ofPackages(Collection<Integer> packages) {
        return read("package_id", packages);
    }

    /** The present findings of vulnerabilities. */
    Map<Key, Finding> ofVulnerabilities(Collection<Integer> vulnerabilities) {
        return read("vulnerability_id", vulnerabilities);
    }

    private Map<Key, Finding> read(String column, Collection<Integer> ids) {
        Map<Key, Finding> findings = new HashMap<>();
        jdbc.query(
                "select * from package_findings where " + column + " = any(?)",
                row -> {
                    Finding finding = new Finding(
                            row.getInt("package_id"),
                            row.getInt("vulnerability_id"),
                            row.getInt("severity"),
                            row.getString("severity_word"),
                            row.getObject("cvss", Double.class),
                            row.getString("fixed_version"),
                            row.getString("fix_state"),
                            row.getString("undecided"),
                            row.getObject("advisory_id", Integer.class),
                            row.getString("claimed_by"));
                    findings.put(new Key(finding.packageId(), finding.vulnerabilityId()), finding);
                },
                Rows.array("int4", ids));
        return findings;
    }

    /**
     * Makes the findings what they should be.
     *
     * @param causes what to say of a change; one that has none leaves no history
     */
    Difference write(Map<Key, Finding> before, Map<Key, Finding> wanted, Causes causes, Instant at) {
        Difference difference = new Difference(new HashSet<>(), new HashSet<>());
        List<Key> gone = new ArrayList<>();
        Rows changes = Rows.of("int4", "int4", "int2", "text", "text", "text");
        Rows rows = Rows.of("int4", "int4", "int2", "text", "float8", "text", "text", "text", "int4", "text");
        before.forEach((key, finding) -> {
            if (!wanted.containsKey(key)) {
                gone.add(key);
                note(finding, "DISAPPEARED", causes.of(key), changes, difference);
            }
        });
        wanted.forEach((key, finding) -> {
            Finding old = before.get(key);
            if (old == null || !old.sameAs(finding)) {
                note(finding, old == null ? "APPEARED" : "CHANGED", causes.of(key), changes, difference);
                rows.add(
                        finding.packageId(),
                        finding.vulnerabilityId(),
                        finding.severity(),
                        finding.severityWord(),
                        finding.cvss(),
                        finding.fixedVersion(),
                        finding.fixState(),
                        finding.undecided(),
                        finding.advisory(),
                        finding.claimedBy());
            }
        });
        delete(gone);
        rows.update(jdbc, """
                insert into package_findings (package_id, vulnerability_id, severity, severity_word, cvss, fixed_version,
                    fix_state, undecided, advisory_id, claimed_by, first_seen_at, fix_seen_at)
                select u.*, n.at, case when u.fixed <> '' then n.at end
                from %s u(package, vulnerability, severity, word, cvss, fixed, state, undecided, advisory, claimed), (select ?::timestamptz) n(at)
                on conflict (package_id, vulnerability_id) do update set severity = excluded.severity,
                    severity_word = excluded.severity_word, cvss = excluded.cvss, fixed_version = excluded.fixed_version,
                    fix_state = excluded.fix_state, undecided = excluded.undecided, advisory_id = excluded.advisory_id,
                    claimed_by = excluded.claimed_by,
                    fix_seen_at = case when excluded.fixed_version <> ''
                        then coalesce(package_findings.fix_seen_at, excluded.fix_seen_at) end
                """.formatted(rows.unnest()), at.toString());
        changes.update(
                jdbc,
                "insert into finding_changes (package_id, vulnerability_id, severity, change, kind, cause, at) select u.*, n.at from "
                        + changes.unnest() + " u cross join (select ?::timestamptz) n(at)",
                at.toString());
        return difference;
    }

    private static void note(Finding finding, String change, @Nullable Why why, Rows changes, Difference difference) {
        difference.packages().add(finding.packageId());
        difference.vulnerabilities().add(finding.vulnerabilityId());
        if (why != null) {
            changes.add(
                    finding.packageId(),
                    finding.vulnerabilityId(),
                    finding.severity(),
                    change,
                    why.kind().name(),
                    why.words());
        }
    }

    private void delete(List<Key> gone) {
        Rows rows = Rows.of("int4", "int4");
        gone.forEach(key -> rows.add(key.packageId(), key.vulnerabilityId()));
        rows.update(
                jdbc,
                "delete from package_findings f using " + rows.unnest()
                        + " u(p, v) where f.package_id = u.p and f.vulnerability_id = u.v");
    }
}

package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.vulnerabilities.internal.match.FindingTable.Difference;
import dev.breakwater.central.vulnerabilities.internal.match.FindingTable.Key;
import dev.breakwater.central.vulnerabilities.internal.vex.VexPackages;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what is new against what is there, some at a time, each time in a transaction: new packages against all advisories of
 * their names, and changed vulnerabilities against all packages of the names that their advisories speak of. One at a time
 * in all replicas, so that a package and an advisory that come at the same time meet in the later of the two rounds.
 */
@Component
public class Matching {

    /** Packages of one round. */
    private static final int PACKAGES = 1_000;

    /** Vulnerabilities of one round. */
    private static final int VULNERABILITIES = 500;

    /** One by one. */
    static final int FINEST = PACKAGES;

    private record Due(Map<Integer, Why> matched, Map<Integer, String> told) {}

    private final JdbcTemplate jdbc;
    private final PackageTable packages;
    private final CandidateTable candidates;
    private final FindingTable findings;
    private final CountedClaims claims;
    private final WaitingCauses causes;
    private final VexPackages vex;
    private final SetAside aside;
    private final JudgementDue due;
    private final TransactionLocks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Matching(
            JdbcTemplate jdbc,
            PackageTable packages,
            CandidateTable candidates,
            FindingTable findings,
            CountedClaims claims,
            WaitingCauses causes,
            VexPackages vex,
            SetAside aside,
            JudgementDue due,
            TransactionLocks locks,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.packages = packages;
        this.candidates = candidates;
        this.findings = findings;
        this.claims = claims;
        this.causes = causes;
        this.vex = vex;
        this.aside = aside;
        this.due = due;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Does one round.
     *
     * @return how many packages and vulnerabilities were looked at, 0 = nothing waits, or another replica is at it
     */
    public int some() {
        return some(1);
    }

    /**
     * Does a part of a round.
     *
     * @param parts into how many a round is cut; {@link #FINEST} = one by one
     */
    int some(int parts) {
        Integer done = transaction.execute(status -> {
            if (!MatchingLock.tryHold(jdbc)) {
                return 0;
            }
            int arrived = arrived(Math.max(1, PACKAGES / parts));
            return arrived > 0 ? arrived : changed(Math.max(1, VULNERABILITIES / parts));
        });
        return done == null ? 0 : done;
    }

    /** Sets the first that waits aside for a while, because it alone could not be matched. It stays due, which is unknown. */
    void setAside(String reason) {
        transaction.executeWithoutResult(status -> {
            if (MatchingLock.tryHold(jdbc) && !aside.first("package_due", "package_id", reason)) {
                aside.first("vulnerability_due", "vulnerability_id", reason);
            }
        });
    }

    private int arrived(int most) {
        List<PackageTable.Due> waiting = packages.takeDue(most, clock.instant());
        if (waiting.isEmpty()) {
            return 0;
        }
        List<MatchedPackage> fresh =
                waiting.stream().map(PackageTable.Due::matched).toList();
        packages.writeKeys(fresh);
        List<Integer> ids = fresh.stream().map(MatchedPackage::id).toList();
        Map<Key, Finding> wanted = new HashMap<>();
        Candidates spoken = candidates.ofPackages(ids);
        fresh.forEach(one -> AdvisoryMatcher.match(one, spoken)
                .forEach(finding -> wanted.put(new Key(one.id(), finding.vulnerabilityId()), finding)));
        Map<Key, Finding> before = findings.ofPackages(ids);
        Map<Key, Finding> claimed = claims.ofPackages(ids);
        claimed.keySet().removeAll(wanted.keySet());
        wanted.putAll(claimed);
        Difference difference =
                findings.write(before, wanted, causes.of(waiting, before, wanted, claimed), clock.instant());
        vex.found(difference.packages());
        // Also those in which nothing is found: until now it was unknown.
        markUsers(ids, "its packages were held against the advisories");
        recount(new HashSet<>(ids), difference.vulnerabilities());
        return fresh.size();
    }

    private int changed(int most) {
        Due taken = takeVulnerabilities(most);
        if (taken.matched().isEmpty() && taken.told().isEmpty()) {
            return 0;
        }
        Set<Integer> touched = new HashSet<>();
        Set<Integer> found = new HashSet<>();
        if (!taken.matched().isEmpty()) {
            Difference difference = matchVulnerabilities(taken.matched());
            vex.found(difference.packages());
            touched.addAll(difference.packages());
            found.addAll(difference.vulnerabilities());
        }
        if (!taken.told().isEmpty()) {
            touched.addAll(jdbc.queryForList(
                    "select distinct package_id from package_findings where vulnerability_id = any(?)",
                    Integer.class,
                    Rows.array("int4", taken.told().keySet())));
            found.addAll(taken.told().keySet());
        }
        if (!touched.isEmpty()) {
            markUsers(touched, cause(taken));
            recount(touched, found);
        }
        return taken.matched().size() + taken.told().size();
    }

    private Difference matchVulnerabilities(Map<Integer, Why> whys) {
        Candidates spoken = candidates.ofVulnerabilities(whys.keySet());
        Map<Key, Finding> wanted = new HashMap<>();
        // An erratum speaks of others, too, of which not all that is said is at hand here.
        packages.load(spoken.byPackage().keySet())
                .forEach(one -> AdvisoryMatcher.match(one, spoken).stream()
                        .filter(finding -> whys.containsKey(finding.vulnerabilityId()))
                        .forEach(finding -> wanted.put(new Key(one.id(), finding.vulnerabilityId()), finding)));
        claims.ofVulnerabilities(whys.keySet()).forEach(wanted::putIfAbsent);
        return findings.write(
                findings.ofVulnerabilities(whys.keySet()),
                wanted,
                key -> whys.get(key.vulnerabilityId()),
                clock.instant());
    }

    private Due takeVulnerabilities(int most) {
        Due taken = new Due(new HashMap<>(), new HashMap<>());
        jdbc.query(
                "delete from vulnerability_due where vulnerability_id in (select vulnerability_id from vulnerability_due"
                        + " where not_before <= ? order by vulnerability_id limit ?) returning vulnerability_id, kind, cause, matching",
                row -> {
                    int id = row.getInt("vulnerability_id");
                    String cause = row.getString("cause");
                    if (row.getBoolean("matching")) {
                        taken.matched().put(id, Why.of(row.getString("kind"), cause));
                    } else {
                        taken.told().put(id, cause);
                    }
                },
                Timestamp.from(clock.instant()),
                most);
        return taken;
    }

    private static String cause(Due taken) {
        List<String> causes = new ArrayList<>();
        taken.matched().values().forEach(why -> causes.add(why.words()));
        causes.addAll(taken.told().values());
        return causes.size() == 1
                ? causes.getFirst()
                : causes.getFirst() + " (and " + (causes.size() - 1)
                        + " more changes of what is known of vulnerabilities)";
    }

    /** The workloads that run an image with one of these packages are judged anew. */
    private void markUsers(Collection<Integer> ids, String cause) {
        Object array = Rows.array("int4", ids);
        List<UUID> images = jdbc.queryForList(
                "select distinct c.image_id from image_packages p join image_content c on c.content_id = p.content_id"
                        + " where p.package_id = any(?)",
                UUID.class,
                array);
        if (images.isEmpty()) {
            return;
        }
        locks.holdClusters(jdbc.queryForList(
                "select distinct w.cluster_id from workload_images i join workloads w on w.id = i.workload_id"
                        + " where i.image_id = any(?)",
                UUID.class,
                Rows.ids(images)));
        due.markUsersOfImages(images, cause);
    }

    private void recount(Set<Integer> packages, Set<Integer> vulnerabilities) {
        jdbc.update(
                "insert into recount_due (kind, id) select 'VULNERABILITY', v::text from unnest(?::int[]) v",
                Rows.array("int4", vulnerabilities));
        jdbc.update(
                "insert into recount_due (kind, id) select distinct 'CONTENT', p.content_id::text from image_packages p"
                        + " where p.package_id = any(?) union select 'PACKAGE', k::text from unnest(?::int[]) k"
                        + " union select 'NODE', n.node_id::text from node_packages n where n.package_id = any(?)",
                Rows.array("int4", packages),
                Rows.array("int4", packages),
                Rows.array("int4", packages));
    }
}

package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Rows;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts for lists: how far a vulnerability reaches, and how many an image and a workload have. It follows the findings within
 * seconds; nothing that is judged reads it.
 */
@Component
public class Recount {

    private static final int CONTENTS = 500;
    private static final int PACKAGES = 2_000;
    private static final int WORKLOADS = 1_000;
    private static final int NODES = 100;
    private static final int VULNERABILITIES = 200;

    private final JdbcTemplate jdbc;
    private final ContentCounts contentCounts;
    private final PackageCounts packageCounts;
    private final WorkloadCounts workloadCounts;
    private final NodeCounts nodeCounts;
    private final VulnerabilityReach reach;
    private final TransactionTemplate transaction;

    Recount(
            JdbcTemplate jdbc,
            ContentCounts contentCounts,
            PackageCounts packageCounts,
            WorkloadCounts workloadCounts,
            NodeCounts nodeCounts,
            VulnerabilityReach reach,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.contentCounts = contentCounts;
        this.packageCounts = packageCounts;
        this.workloadCounts = workloadCounts;
        this.nodeCounts = nodeCounts;
        this.reach = reach;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Counts some of what is due, each time in a transaction.
     *
     * @return how much that was
     */
    public int some() {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Integer> used =
                    take("USE", CONTENTS).stream().map(Integer::valueOf).toList();
            if (!used.isEmpty()) {
                spread(used);
                return used.size();
            }
            List<Integer> contents =
                    take("CONTENT", CONTENTS).stream().map(Integer::valueOf).toList();
            if (!contents.isEmpty()) {
                contentCounts.count(contents);
                return contents.size();
            }
            List<Integer> packages =
                    take("PACKAGE", PACKAGES).stream().map(Integer::valueOf).toList();
            if (!packages.isEmpty()) {
                packageCounts.count(packages);
                return packages.size();
            }
            List<String> workloads = take("WORKLOAD", WORKLOADS);
            if (!workloads.isEmpty()) {
                workloadCounts.count(workloads);
                return workloads.size();
            }
            List<String> nodes = take("NODE", NODES);
            if (!nodes.isEmpty()) {
                nodeCounts.count(nodes);
                return nodes.size();
            }
            List<Integer> vulnerabilities = take("VULNERABILITY", VULNERABILITIES).stream()
                    .map(Integer::valueOf)
                    .toList();
            reach.count(vulnerabilities);
            return vulnerabilities.size();
        }));
    }

    /** Takes some, and all that says the same of them; what another replica has taken is passed by. */
    private List<String> take(String kind, int most) {
        List<String> ids = jdbc.queryForList(
                "delete from recount_due d using (select number from recount_due where kind = ? limit ?"
                        + " for update skip locked) t where d.number = t.number returning d.id",
                String.class,
                kind,
                most);
        if (!ids.isEmpty()) {
            jdbc.update(
                    "delete from recount_due d using (select number from recount_due where kind = ? and id = any(?)"
                            + " for update skip locked) t where d.number = t.number",
                    kind,
                    Rows.array("text", ids));
        }
        return ids.stream().distinct().toList();
    }

    /** Who uses these, or what is in them, changed: with them all that they have is counted anew. */
    private void spread(List<Integer> contents) {
        Object array = Rows.array("int4", contents);
        jdbc.update("""
                insert into recount_due (kind, id)
                select 'CONTENT', c::text from unnest(?::int[]) c
                union
                select 'VULNERABILITY', f.vulnerability_id::text from image_packages p
                    join package_findings f on f.package_id = p.package_id where p.content_id = any(?)
                union
                select 'PACKAGE', p.package_id::text from image_packages p
                where p.content_id = any(?) and exists (select 1 from package_findings f where f.package_id = p.package_id)

                """, array, array, array);
    }
}

package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.central.vulnerabilities.internal.match.MatchingLock;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The vulnerabilities of which a feed says something else than before, within one transaction, and why. */
@Component
class ChangedVulnerabilities {

    private final JdbcTemplate jdbc;

    ChangedVulnerabilities(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** None so far. */
    void begin() {
        jdbc.execute(
                "create temporary table if not exists changed_vulnerabilities (id int primary key, kind text not null,"
                        + " cause text not null) on commit drop");
    }

    /** Notes those of which advisories of a feed speak; the first cause is kept. */
    void note(int feed, Cause kind, String cause, Collection<String> advisories) {
        if (!advisories.isEmpty()) {
            jdbc.update(
                    "insert into changed_vulnerabilities (id, kind, cause)"
                            + " select l.vulnerability_id, ?, ? || ': ' || min(a.name)"
                            + " from advisories a join advisory_vulnerabilities l on l.advisory_id = a.id"
                            + " where a.feed_id = ? and a.name = any(?) group by 1 on conflict do nothing",
                    kind.name(),
                    cause,
                    feed,
                    Rows.array("text", advisories));
        }
    }

    /** Only what concerns packages that are there is left to do. */
    void leaveForMatching() {
        MatchingLock.hold(jdbc);
        jdbc.update("""
                insert into vulnerability_due (vulnerability_id, kind, cause, matching)
                select c.id, c.kind, c.cause, true from changed_vulnerabilities c
                where exists (select 1 from package_findings f where f.vulnerability_id = c.id)
                union
                select c.id, c.kind, c.cause, true
                from changed_vulnerabilities c join advisory_vulnerabilities l on l.vulnerability_id = c.id
                    join advisory_packages p on p.advisory_id = l.advisory_id
                    join package_keys k on k.ecosystem = p.ecosystem and k.name = p.name
                on conflict (vulnerability_id) do update set matching = true, kind = excluded.kind, cause = excluded.cause
                """);
    }
}

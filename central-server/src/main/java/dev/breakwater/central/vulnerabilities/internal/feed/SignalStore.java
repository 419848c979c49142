package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.engine.vulnerability.ExploitSignals.Epss;
import dev.breakwater.engine.vulnerability.ExploitSignals.KnownExploited;
import java.util.Map;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is known of the exploitation of vulnerabilities. It is laid over those that advisories speak of; the packages that have
 * one of which something is new become due, without being matched again.
 */
@Component
class SignalStore {

    private final JdbcTemplate jdbc;

    SignalStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    int scores() {
        return count("epss_scores");
    }

    int exploited() {
        return count("known_exploited");
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }

    /** Takes all scores in place of those that were there. */
    void takeScores(Map<String, Epss> scores) {
        jdbc.execute("truncate epss_scores");
        BinaryCopy rows = new BinaryCopy("epss_scores (cve, score, percentile)", 3);
        scores.forEach(
                (cve, score) -> rows.row().text(cve).number(score.probability()).number(score.percentile()));
        send(rows);
        jdbc.update("""
                with changed as (
                    update vulnerabilities v set epss = e.score, epss_percentile = e.percentile
                    from vulnerabilities o left join epss_scores e on e.cve = o.name
                    where o.id = v.id and (v.epss is distinct from e.score or v.epss_percentile is distinct from e.percentile)
                    returning v.id, o.epss is distinct from v.epss as moved)
                insert into vulnerability_due (vulnerability_id, cause, matching)
                select c.id, 'a new probability of exploitation', false from changed c
                where c.moved and exists (select 1 from package_findings f where f.vulnerability_id = c.id)
                on conflict do nothing
                """);
    }

    /** Takes all that is known to be exploited in place of what was there. */
    void takeExploited(Map<String, KnownExploited> exploited) {
        jdbc.execute("truncate known_exploited");
        BinaryCopy rows = new BinaryCopy("known_exploited (cve, since, detail)", 3);
        exploited.forEach((cve, one) -> rows.row().text(cve).date(one.added()).text(detail(one)));
        send(rows);
        jdbc.update("""
                with changed as (
                    update vulnerabilities v set kev_since = k.since, kev_detail = coalesce(k.detail, '')
                    from vulnerabilities o left join known_exploited k on k.cve = o.name
                    where o.id = v.id and (v.kev_since is distinct from k.since
                        or v.kev_detail is distinct from coalesce(k.detail, ''))
                    returning v.id, v.kev_since)
                insert into vulnerability_due (vulnerability_id, cause, matching)
                select c.id, case when c.kev_since is null then 'it is known to be exploited no more'
                    else 'it is known to be exploited' end, false
                from changed c where exists (select 1 from package_findings f where f.vulnerability_id = c.id)
                on conflict do nothing
                """);
    }

    private void send(BinaryCopy rows) {
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            rows.send(connection);
            return null;
        });
    }

    private static String detail(KnownExploited one) {
        return (one.ransomware() ? "Used by campaigns with ransomware. " : "") + one.action();
    }
}

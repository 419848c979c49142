package dev.breakwater.central.vulnerabilities.internal.feed;

import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.engine.vulnerability.ExploitSignals.KnownExploited;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is known of the exploitation of vulnerabilities. Each feed keeps its own; what counts is all of them together: what one
 * catalogue lists is exploited, and of several estimates that of the newest feed counts. It is laid over what advisories speak of; the
 * packages that have one of which something is new become due, without being matched again.
 */
@Component
class SignalStore {

    private final JdbcTemplate jdbc;

    SignalStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many entries of a feed are in use. */
    int of(int feed) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select (select count(*) from feed_epss_scores where feed_id = ?)"
                        + " + (select count(*) from feed_known_exploited where feed_id = ?)",
                Integer.class,
                feed,
                feed));
    }

    /** Takes the entries of a feed in place of those that it had; what counts stays as it is until it is resolved. */
    void take(int feed, ExploitSignals signals) {
        drop(feed);
        BinaryCopy scores = new BinaryCopy("feed_epss_scores (cve, feed_id, score, percentile)", 4);
        signals.epss()
                .forEach((cve, score) -> scores.row()
                        .text(cve)
                        .integer(feed)
                        .number(score.probability())
                        .number(score.percentile()));
        BinaryCopy exploited = new BinaryCopy("feed_known_exploited (cve, feed_id, since, detail)", 4);
        signals.exploited()
                .forEach((cve, one) -> exploited
                        .row()
                        .text(cve)
                        .integer(feed)
                        .date(one.added())
                        .text(detail(one)));
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            scores.send(connection);
            exploited.send(connection);
            return null;
        });
    }

    /** Takes the entries of a feed away. @return whether it had some */
    boolean drop(int feed) {
        return jdbc.update("delete from feed_epss_scores where feed_id = ?", feed)
                        + jdbc.update("delete from feed_known_exploited where feed_id = ?", feed)
                > 0;
    }

    /** Whether several feeds estimate, so that it matters which is the newest. */
    boolean hasSeveralEstimates() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select count(*) > 1 from feeds f where exists (select 1 from feed_epss_scores s where s.feed_id = f.id)",
                Boolean.class));
    }

    /** Whether a catalogue is in use that is not too old: without one, nobody knows of anything that it is not exploited. */
    boolean isCatalogued() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from feeds where format = 'KEV' and loaded_at is not null and state <> 'STALE')",
                Boolean.class));
    }

    /** Has told anew of all that is found, if that is other than before. */
    void lookAgainIfOtherThan(boolean before, String cause) {
        if (isCatalogued() != before) {
            jdbc.update(
                    "insert into vulnerability_due (vulnerability_id, cause, matching)"
                            + " select distinct vulnerability_id, ?, false from package_findings on conflict do nothing",
                    cause);
        }
    }

    /** Makes what counts that of all feeds together; to be called when a feed has its new age. */
    void resolve() {
        resolveScores();
        resolveExploited();
    }

    private void resolveScores() {
        int gone = jdbc.update(
                "delete from epss_scores e where not exists (select 1 from feed_epss_scores s where s.cve = e.cve)");
        int moved = jdbc.update("""
                insert into epss_scores as e (cve, score, percentile)
                select distinct on (s.cve) s.cve, s.score, s.percentile
                from feed_epss_scores s join feeds f on f.id = s.feed_id
                order by s.cve, f.as_of desc nulls last, f.id desc
                on conflict (cve) do update set score = excluded.score, percentile = excluded.percentile
                where (e.score, e.percentile) is distinct from (excluded.score, excluded.percentile)
                """);
        if (gone + moved > 0) {
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
    }

    private void resolveExploited() {
        int gone = jdbc.update(
                "delete from known_exploited k where not exists (select 1 from feed_known_exploited s where s.cve = k.cve)");
        // Since the first day that anybody knew of it, in the words of whoever knew first.
        int moved = jdbc.update("""
                insert into known_exploited as k (cve, since, detail)
                select distinct on (s.cve) s.cve, s.since, s.detail from feed_known_exploited s
                order by s.cve, s.since, s.feed_id
                on conflict (cve) do update set since = excluded.since, detail = excluded.detail
                where (k.since, k.detail) is distinct from (excluded.since, excluded.detail)
                """);
        if (gone + moved > 0) {
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
    }

    private static String detail(KnownExploited one) {
        return (one.ransomware() ? "Used by campaigns with ransomware. " : "") + one.action();
    }
}

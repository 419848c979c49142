package dev.breakwater.central.vulnerabilities.internal.list;

import dev.breakwater.central.platform.Rows;
import java.time.Clock;
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
    private static final int VULNERABILITIES = 200;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recount(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
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
                contents(contents);
                return contents.size();
            }
            List<Integer> packages =
                    take("PACKAGE", PACKAGES).stream().map(Integer::valueOf).toList();
            if (!packages.isEmpty()) {
                packages(packages);
                return packages.size();
            }
            List<String> workloads = take("WORKLOAD", WORKLOADS);
            if (!workloads.isEmpty()) {
                workloads(workloads);
                return workloads.size();
            }
            List<Integer> vulnerabilities = take("VULNERABILITY", VULNERABILITIES).stream()
                    .map(Integer::valueOf)
                    .toList();
            vulnerabilities(vulnerabilities);
            return vulnerabilities.size();
        }));
    }

    private List<String> take(String kind, int most) {
        return jdbc.queryForList(
                "delete from recount_due d using (select kind, id from recount_due where kind = ? limit ?"
                        + " for update skip locked) t where d.kind = t.kind and d.id = t.id returning d.id",
                String.class,
                kind,
                most);
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
                on conflict do nothing
                """, array, array, array);
    }

    private void contents(List<Integer> ids) {
        Object array = Rows.array("int4", ids);
        jdbc.update("""
                insert into content_counts (content_id, critical, high, medium, low, unknown, fixable, fixable_high, exploited,
                    epss, unspoken, workloads, counted_at)
                select c.id, count(*) filter (where f.severity = 4), count(*) filter (where f.severity = 3),
                    count(*) filter (where f.severity = 2), count(*) filter (where f.severity = 1),
                    count(*) filter (where f.severity = 0), count(*) filter (where f.fixable),
                    count(*) filter (where f.fixable and f.severity >= 3), count(*) filter (where v.kev_since is not null),
                    max(v.epss),
                    (select count(*) from image_packages p where p.content_id = c.id and not exists (
                        select 1 from package_keys k join feed_ecosystems e on e.ecosystem = k.ecosystem
                            join feeds d on d.id = e.feed_id and d.state <> 'STALE' where k.package_id = p.package_id)),
                    (select count(distinct u.workload_id) from image_content i join workload_images u on u.image_id = i.image_id
                        where i.content_id = c.id), n.at
                from image_contents c cross join (select ?::timestamptz) n(at)
                    left join lateral (
                        select g.vulnerability_id, max(g.severity) as severity, bool_or(g.fixed_version <> '') as fixable
                        from image_packages p join package_findings g on g.package_id = p.package_id
                        where p.content_id = c.id group by 1) f on true
                    left join vulnerabilities v on v.id = f.vulnerability_id
                where c.id = any(?) group by c.id, n.at
                on conflict (content_id) do update set critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown = excluded.unknown, fixable = excluded.fixable,
                    fixable_high = excluded.fixable_high, exploited = excluded.exploited, epss = excluded.epss,
                    unspoken = excluded.unspoken, workloads = excluded.workloads, counted_at = excluded.counted_at
                """, clock.instant().toString(), array);
        jdbc.update("""
                insert into recount_due (kind, id) select distinct 'WORKLOAD', u.workload_id::text
                from image_content i join workload_images u on u.image_id = i.image_id where i.content_id = any(?)
                on conflict do nothing
                """, array);
    }

    private void packages(List<Integer> ids) {
        Object array = Rows.array("int4", ids);
        jdbc.update("""
                insert into package_counts (package_id, critical, high, medium, low, unknown, fixable, exploited, epss, images,
                    counted_at)
                select f.package_id, count(*) filter (where f.severity = 4), count(*) filter (where f.severity = 3),
                    count(*) filter (where f.severity = 2), count(*) filter (where f.severity = 1),
                    count(*) filter (where f.severity = 0), count(*) filter (where f.fixed_version <> ''),
                    count(*) filter (where v.kev_since is not null), max(v.epss),
                    (select count(*) from image_packages p where p.package_id = f.package_id), n.at
                from package_findings f join vulnerabilities v on v.id = f.vulnerability_id
                    cross join (select ?::timestamptz) n(at)
                where f.package_id = any(?) group by f.package_id, n.at
                on conflict (package_id) do update set critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown = excluded.unknown, fixable = excluded.fixable,
                    exploited = excluded.exploited, epss = excluded.epss, images = excluded.images,
                    counted_at = excluded.counted_at
                """, clock.instant().toString(), array);
        jdbc.update(
                "delete from package_counts c where c.package_id = any(?)"
                        + " and not exists (select 1 from package_findings f where f.package_id = c.package_id)",
                array);
    }

    private void workloads(List<String> ids) {
        Object array = Rows.ids(ids);
        // What a workload runs other than before, and what a gone one ran, has other users now.
        jdbc.update("""
                with now as (
                    select w.id, array_agg(distinct c.content_id order by c.content_id)
                        filter (where c.content_id is not null) as contents
                    from unnest(?::uuid[]) w(id) left join workload_images u on u.workload_id = w.id
                        left join image_content c on c.image_id = u.image_id
                    group by 1),
                differing as (
                    select n.id, coalesce(n.contents, '{}') as contents, coalesce(b.contents, '{}') as before
                    from now n left join workload_counts b on b.workload_id = n.id
                    where coalesce(n.contents, '{}') <> coalesce(b.contents, '{}'))
                insert into recount_due (kind, id)
                select distinct 'USE', c::text from differing d cross join lateral unnest(d.contents || d.before) c
                where not (c = any(d.contents) and c = any(d.before)) on conflict do nothing
                """, array);
        jdbc.update(
                "delete from workload_counts where workload_id = any(?)"
                        + " and not exists (select 1 from workloads w where w.id = workload_id)",
                array);
        jdbc.update("""
                insert into workload_counts (workload_id, contents, critical, high, medium, low, unknown, fixable, fixable_high, exploited,
                    epss, deferred, false_positive, counted_at)
                select w.id, array(select distinct c.content_id from workload_images u
                        join image_content c on c.image_id = u.image_id where u.workload_id = w.id order by 1),
                    count(*) filter (where f.severity = 4 and f.decided = 0),
                    count(*) filter (where f.severity = 3 and f.decided = 0), count(*) filter (where f.severity = 2 and f.decided = 0),
                    count(*) filter (where f.severity = 1 and f.decided = 0), count(*) filter (where f.severity = 0 and f.decided = 0),
                    count(*) filter (where f.fixable and f.decided = 0),
                    count(*) filter (where f.fixable and f.severity >= 3 and f.decided = 0),
                    count(*) filter (where v.kev_since is not null and f.decided = 0), max(v.epss) filter (where f.decided = 0),
                    count(*) filter (where f.decided = 1), count(*) filter (where f.decided = 2), n.at
                from workloads w join clusters l on l.id = w.cluster_id cross join (select ?::timestamptz) n(at)
                    left join lateral (
                        select g.vulnerability_id, max(g.severity) as severity, bool_or(g.fixed_version <> '') as fixable,
                            min(case when g.vulnerability_id in (select vulnerability_id from exceptions_in_force)
                                then coalesce((select max(case e.kind when 'FALSE_POSITIVE' then 2 else 1 end)
                                    from exceptions_in_force e join packages k on k.id = g.package_id
                                    where e.vulnerability_id = g.vulnerability_id and exception_covers(
                                        e.exception, l.name, w.namespace, w.labels, c.name, k.name)), 0)
                                else 0 end) as decided
                        from (select distinct c.content_id, i.name from workload_images u
                                join image_content c on c.image_id = u.image_id
                                join images i on i.id = u.image_id where u.workload_id = w.id) c
                            join image_packages p on p.content_id = c.content_id
                            join package_findings g on g.package_id = p.package_id
                        group by 1) f on true
                    left join vulnerabilities v on v.id = f.vulnerability_id
                where w.id = any(?) group by w.id, n.at
                on conflict (workload_id) do update set contents = excluded.contents, critical = excluded.critical, high = excluded.high,
                    medium = excluded.medium, low = excluded.low, unknown = excluded.unknown, fixable = excluded.fixable,
                    fixable_high = excluded.fixable_high, exploited = excluded.exploited, epss = excluded.epss,
                    deferred = excluded.deferred, false_positive = excluded.false_positive, counted_at = excluded.counted_at
                """, clock.instant().toString(), array);
    }

    private void vulnerabilities(List<Integer> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Object array = Rows.array("int4", ids);
        jdbc.update("""
                with found as (
                    select f.vulnerability_id as id, max(f.severity) as severity, bool_or(f.fixed_version <> '') as fixable,
                        min(f.first_seen_at) as seen
                    from package_findings f where f.vulnerability_id = any(?) group by 1),
                contents as materialized (
                    select distinct f.vulnerability_id as id, p.content_id
                    from package_findings f join image_packages p on p.package_id = f.package_id
                    where f.vulnerability_id = any(?)),
                used as (
                    select c.id, count(distinct c.content_id) as images,
                        count(distinct c.content_id) filter (where u.workload_id is not null) as running,
                        count(distinct u.workload_id) as workloads
                    from contents c left join image_content i on i.content_id = c.content_id
                        left join workload_images u on u.image_id = i.image_id
                    group by 1),
                covered as (
                    select r.vulnerability_id as id, r.workload_id, count(distinct (r.content_id, r.package_id)) as amount,
                        bool_or(r.kind = 'FALSE_POSITIVE') as dismissed
                    from exceptions_in_force e join exception_reach r on r.exception_id = e.id
                    where e.vulnerability_id = any(?) group by 1, 2),
                there as (
                    select c.id, c.workload_id, count(distinct (p.content_id, p.package_id)) as amount
                    from covered c join workload_images u on u.workload_id = c.workload_id
                        join image_content i on i.image_id = u.image_id
                        join image_packages p on p.content_id = i.content_id
                        join package_findings f on f.package_id = p.package_id and f.vulnerability_id = c.id
                    group by 1, 2),
                decided as (
                    select c.id, count(*) filter (where not c.dismissed) as deferred,
                        count(*) filter (where c.dismissed) as dismissed
                    from covered c join there t on t.id = c.id and t.workload_id = c.workload_id
                    where c.amount >= t.amount group by 1)
                insert into vulnerability_reach (vulnerability_id, severity, fixable, images, running_images, workloads,
                    observed, deferred, false_positive, first_seen_at, counted_at)
                select f.id, f.severity, f.fixable, u.images, u.running, u.workloads,
                    u.workloads - coalesce(d.deferred + d.dismissed, 0), coalesce(d.deferred, 0), coalesce(d.dismissed, 0),
                    f.seen, ?::timestamptz
                from found f join used u on u.id = f.id left join decided d on d.id = f.id
                on conflict (vulnerability_id) do update set severity = excluded.severity, fixable = excluded.fixable,
                    images = excluded.images, running_images = excluded.running_images, workloads = excluded.workloads,
                    observed = excluded.observed, deferred = excluded.deferred, false_positive = excluded.false_positive,
                    first_seen_at = excluded.first_seen_at, counted_at = excluded.counted_at
                """, array, array, array, clock.instant().toString());
        jdbc.update("""
                delete from vulnerability_reach r where r.vulnerability_id = any(?)
                    and not exists (select 1 from package_findings f join image_packages p on p.package_id = f.package_id
                        where f.vulnerability_id = r.vulnerability_id)
                """, array);
    }
}

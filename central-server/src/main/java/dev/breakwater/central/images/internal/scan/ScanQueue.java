package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.central.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queues what is to be looked into. Images are queued by the digest that runs, never by a tag: a tag may name another content
 * by the time of the scan. What is queued already, or failed not long ago, is left alone.
 */
@Component
class ScanQueue {

    private static final int ASKED = 0;
    private static final int NEW = 5;
    private static final int AGAIN = 9;

    /** The architecture that most nodes of the clusters have which run it. */
    private static final String PLATFORM = """
            'linux/' || coalesce((select n.architecture from nodes n where n.architecture <> '' and n.cluster_id in (
                select w.cluster_id from workload_images u join workloads w on w.id = u.workload_id where u.image_id = i.id)
            group by n.architecture order by count(*) desc, n.architecture limit 1), 'amd64')""";

    private static final String CLUSTER = """
            case when r.scanned_by = 'SENSOR' then (select w.cluster_id from workload_images u
                join workloads w on w.id = u.workload_id where u.image_id = i.id order by w.cluster_id limit 1) end""";

    private final JdbcTemplate jdbc;
    private final ImagesProperties properties;
    private final Clock clock;

    ScanQueue(JdbcTemplate jdbc, ImagesProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** Queues the digests that run and were not looked into, or not for long, whatever a document tells of them; returns how many. */
    @Transactional
    public int queueRunning() {
        Instant now = clock.instant();
        return jdbc.update(
                """
                insert into scan_jobs (id, target, digest, reference, registry, platform, via, cluster_id, state, cause,
                    requested_by, priority, attempts, reason, last_error, created_at, next_at)
                select gen_random_uuid(), i.digest, i.digest, i.name, i.registry, %s,
                    case when r.scanned_by = 'SENSOR' then 'SENSOR' else 'CENTRAL' end, %s, 'QUEUED',
                    case when i.known then 'its last scan is old' else 'it runs' end, '',
                    case when i.known then %d else %d end, 0, '', '', b.at, b.at
                from (select ?::timestamptz, ?::timestamptz, ?::timestamptz) b(at, fresh, tried)
                cross join lateral (
                    select distinct on (i.digest) i.*, exists (
                        select 1 from image_content_digests d join image_contents c on c.id = d.content_id
                        where d.digest = i.digest and c.has_config) as known
                    from images i
                    where i.digest is not null
                        and exists (select 1 from workload_images u where u.image_id = i.id)
                        and not exists (select 1 from image_content_digests d join image_contents c on c.id = d.content_id
                            where d.digest = i.digest and c.has_config and c.scanned_at > b.fresh)
                        and not exists (select 1 from scan_jobs j where j.target = i.digest
                            and (j.state in ('QUEUED', 'RUNNING') or j.finished_at > b.tried))
                    order by i.digest, i.name) i
                left join registries r on lower(r.host) = i.registry and r.mirror_of = ''
                where coalesce(r.scanned_by, '') <> 'NOBODY'
                on conflict (target) do update set state = 'QUEUED', reference = excluded.reference,
                    registry = excluded.registry, platform = excluded.platform, via = excluded.via,
                    cluster_id = excluded.cluster_id, cause = excluded.cause, requested_by = '',
                    priority = excluded.priority, attempts = 0, created_at = excluded.created_at,
                    next_at = excluded.next_at
                where scan_jobs.state not in ('QUEUED', 'RUNNING')
                """.formatted(PLATFORM, CLUSTER, AGAIN, NEW),
                now.toString(),
                now.minus(properties.rescanAfter()).toString(),
                now.minus(properties.retryAfter()).toString());
    }

    /** What is asked for: an image that is known here, or a name that is not. */
    record Wanted(
            String target,
            @Nullable String digest,
            @Nullable UUID imageId,
            String reference,
            String registry) {}

    /** Queues one that somebody asked for before all others; its job's id. One that runs goes on. */
    UUID queue(Wanted wanted, String cause, String requestedBy) {
        Instant now = clock.instant();
        return jdbc.queryForObject(
                """
                insert into scan_jobs (id, target, digest, image_id, reference, registry, platform, via, cluster_id, state,
                    cause, requested_by, priority, attempts, reason, last_error, created_at, next_at)
                select ?, b.target, b.digest, i.image_id, b.reference, b.registry, %s,
                    case when r.scanned_by = 'SENSOR' then 'SENSOR' else 'CENTRAL' end, %s, 'QUEUED', ?, ?, %d, 0, '', '',
                    b.at, b.at
                from (select ?::text, ?::text, ?::text, ?::text, ?::timestamptz) b(target, digest, reference, registry, at)
                cross join (select ?::uuid as image_id) x
                cross join lateral (select x.image_id, coalesce(x.image_id,
                    (select m.id from images m where m.digest = b.digest order by m.name limit 1)) as id) i
                left join registries r on lower(r.host) = b.registry and r.mirror_of = ''
                on conflict (target) do update set state = case when scan_jobs.state = 'RUNNING' then 'RUNNING' else 'QUEUED' end,
                    reference = excluded.reference, registry = excluded.registry, platform = excluded.platform,
                    via = excluded.via, cluster_id = excluded.cluster_id, cause = excluded.cause,
                    requested_by = excluded.requested_by, priority = excluded.priority,
                    attempts = case when scan_jobs.state = 'RUNNING' then scan_jobs.attempts else 0 end,
                    created_at = excluded.created_at, next_at = excluded.next_at
                returning id
                """.formatted(PLATFORM, CLUSTER, ASKED),
                UUID.class,
                Ids.newId(now),
                cause,
                requestedBy,
                wanted.target(),
                wanted.digest(),
                wanted.reference(),
                wanted.registry(),
                now.toString(),
                wanted.imageId());
    }
}

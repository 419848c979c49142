-- Copies the one cluster that a sensor told into many of falling size, and spreads over time what the first minutes of a fleet
-- cannot have: resolved and decided violations, days of a trend, built images. Every row of facts, evidence, factors and reasons is
-- one that central wrote; only ids, clusters, owners, states and times differ. One transaction would do, but each statement
-- stands alone, so that its time is told.
create or replace function pg_temp.copy_id(id uuid, k int) returns uuid language sql immutable
    as $f$ select case when k = 0 then id else md5(id::text || k)::uuid end $f$;

-- Where a name lies between 0 and 1: a smaller cluster has the names below its share, so that what belongs together stays together.
create or replace function pg_temp.place(name text) returns double precision language sql immutable
    as $f$ select (hashtext(split_part(split_part(name, '-6f9c7d8b54-', 1), '-access', 1)) & 2147483647) / 2147483648.0 $f$;

create or replace function pg_temp.draw(id uuid, salt text) returns double precision language sql immutable
    as $f$ select (hashtext(id::text || salt) & 2147483647) / 2147483648.0 $f$;

create temp table copies as
    select k, pg_temp.copy_id(c.id, k) as cluster_id, c.id as source, power(1 - k / :clusters::double precision, :fall) as share
    from clusters c, generate_series(1, :clusters - 1) k;

insert into clusters (id, name, environment, created_at, created_by, source, kubernetes_version, sensor_version, cluster_uid,
        connected_at, connected_to, last_contact_at, first_synced_at, synced_at, sync_started_at, certificate_expires_at)
    select k.cluster_id, (array['prod', 'stage', 'edge', 'dev'])[1 + k.k % 4] || '-' || lpad(k.k::text, 2, '0'),
        (array['production', 'staging', 'production', 'development'])[1 + k.k % 4], now() - interval '400 days', c.created_by,
        c.source, c.kubernetes_version, c.sensor_version, '', now(), 'bench', now(), c.first_synced_at, c.synced_at,
        c.sync_started_at, now() + interval '80 days'
    from copies k join clusters c on c.id = k.source;

insert into cluster_coverage
    select k.cluster_id, s.kind, case when k.k % 9 = 8 and s.kind = 'SECRET' then 'FORBIDDEN' else s.sight end, s.detail,
        s.reported_at
    from copies k join cluster_coverage s on s.cluster_id = k.source;

insert into cluster_objects
    select pg_temp.copy_id(o.id, k.k), k.cluster_id, o.kind, o.kind_name, o.namespace, o.name, o.fingerprint, o.document,
        now() - interval '400 days' * pg_temp.place(o.name), o.changed_at, o.revision
    from copies k join cluster_objects o on o.cluster_id = k.source
        and (o.kind = 0 or pg_temp.place(o.name) < k.share);

insert into namespaces
    select pg_temp.copy_id(n.id, k.k), k.cluster_id, n.name, n.labels, n.annotations, n.platform, n.first_seen_at
    from copies k join namespaces n on n.cluster_id = k.source;

-- A sixth belongs to nobody; of the others, few teams have most.
create temp table copied as
    select k.k, w.id as source, pg_temp.copy_id(w.id, k.k) as id, k.cluster_id,
        case when pg_temp.draw(w.id, 'o' || k.k) < 0.16 then ''
             else 'team-' || floor(40 * power(pg_temp.draw(w.id, 't' || k.k), 2)) end as team
    from copies k join workloads w on w.cluster_id = k.source and pg_temp.place(w.name) < k.share;
create index on copied (source);
analyze copied;

insert into workloads (id, cluster_id, namespace, kind, name, team, platform, labels, pod_labels, service_account, host_network,
        host_pid, host_ipc, privileged, replicas, kube_uid, created_at, first_seen_at, changed_at, revision)
    select c.id, c.cluster_id, w.namespace, w.kind, w.name, c.team, w.platform, w.labels, w.pod_labels, w.service_account,
        w.host_network, w.host_pid, w.host_ipc, w.privileged, w.replicas, w.kube_uid, w.created_at,
        now() - interval '400 days' * pg_temp.draw(c.id, 'f'), now() - interval '60 days' * power(pg_temp.draw(c.id, 'c'), 3), w.revision
    from copied c join workloads w on w.id = c.source;

insert into workload_images
    select c.id, i.container, i.container_type, i.image_id, i.declared from copied c join workload_images i on i.workload_id = c.source;

insert into workload_secrets
    select c.id, c.cluster_id, s.namespace, s.secret, s.usage from copied c join workload_secrets s on s.workload_id = c.source;

insert into pods
    select pg_temp.copy_id(p.id, c.k), c.cluster_id, c.id, p.namespace, p.name, p.node, p.phase, p.started_at, p.containers
    from copied c join pods p on p.workload_id = c.source;

insert into nodes
    select pg_temp.copy_id(n.id, k.k), k.cluster_id, n.name, n.roles, n.os_image, n.kernel_version, n.container_runtime,
        n.kubelet_version, n.architecture, n.ready, n.unschedulable, n.first_seen_at
    from copies k join nodes n on n.cluster_id = k.source and pg_temp.place(n.name) < k.share;

insert into service_accounts
    select pg_temp.copy_id(a.id, k.k), k.cluster_id, a.namespace, a.name, a.automount, a.first_seen_at
    from copies k join service_accounts a on a.cluster_id = k.source and pg_temp.place(a.name) < k.share;

insert into binding_subjects
    select pg_temp.copy_id(b.binding_id, k.k), k.cluster_id, b.subject, pg_temp.copy_id(b.role_id, k.k)
    from copies k join binding_subjects b on b.cluster_id = k.source
        join cluster_objects o on o.id = b.binding_id and pg_temp.place(o.name) < k.share;

-- The sensor's fleet names secrets that it does not tell; here they are there.
insert into secrets
    select gen_random_uuid(), s.cluster_id, s.namespace, s.secret, case when s.secret = 'registry-pull'
            then 'kubernetes.io/dockerconfigjson' when pg_temp.place(s.secret) < 0.1 then 'kubernetes.io/tls' else 'Opaque' end,
        array['password', 'user'], case when pg_temp.place(s.secret) < 0.1
            then now() + interval '300 days' * (pg_temp.place(s.secret) * 10 - 0.1) end, '', '{}', now()
    from (select distinct cluster_id, namespace, secret from workload_secrets) s;

insert into image_facts (image_id, created_at, config_user, labels, source, recorded_at, recorded_by)
    select id, now() - interval '700 days' * power(pg_temp.draw(id, 'b'), 2), 'app', '{}', 'pipeline', now(), 'bench'
    from images where pg_temp.draw(id, 'k') < 0.6;

insert into judgements
    select c.id, c.cluster_id, j.assembled_fingerprint, j.fact_revision, j.policy_revision, j.judged_at, j.exposure, j.critical,
        j.high, j.medium, j.low, j.unknown_policies, j.unknown, j.valid_until, j.error_id
    from copied c join judgements j on j.workload_id = c.source;

insert into judgement_due
    select c.id, c.cluster_id, greatest(d.due_at, now() + interval '30 days'), d.cause, 0
    from copied c join judgement_due d on d.workload_id = c.source;

insert into risk_scores
    select c.id, c.cluster_id, r.namespace, r.platform, 1 + (r.score - 1) * (0.5 + pg_temp.draw(c.id, 'r')), r.unknown_factors,
        r.stale_factors, r.model_version, r.factors, r.reasons, r.assessed_at
    from copied c join risk_scores r on r.workload_id = c.source;

insert into risk_history (workload_id, cluster_id, at, score, unknown_factors, cause, added, removed)
    select s.workload_id, s.cluster_id, now() - interval '1 day' * (9 + 80 * pg_temp.draw(s.workload_id, 'h')),
        s.score * (0.7 + 0.5 * pg_temp.draw(s.workload_id, 's')), s.unknown_factors, 'a change of the workload', '[]', '[]'
    from risk_scores s where pg_temp.draw(s.workload_id, 'm') < 0.6;

insert into workload_history (workload_id, cluster_id, namespace, kind, name, at, change, detail, correlation_id)
    select c.id, c.cluster_id, h.namespace, h.kind, h.name, h.at, h.change, h.detail, h.correlation_id
    from copied c join workload_history h on h.workload_id = c.source;

insert into acceptances
    select gen_random_uuid(), 'accepted until the next quarter, number ' || i, 'admin', now() - interval '20 days', now() + interval '70 days',
        'severity:low', 1000, null, '' from generate_series(1, 40) i;
insert into policy_exclusions
    select gen_random_uuid(), p.id, '', 'team-*', '', '{}', '{}', 'a legacy part', 'admin', now() - interval '90 days', null, null, ''
    from policies p limit 20;
create temp table silences as
    select row_number() over () as n, id, 'ACCEPTED' as state from acceptances
    union all select row_number() over (), id, 'EXCLUDED' from policy_exclusions;
create temp table drawn as
    select c.id as workload_id, c.cluster_id, c.team, v.id as source, pg_temp.copy_id(v.id, c.k) as id,
        case when d.draw < 0.88 then 'OPEN' when d.draw < 0.95 then 'RESOLVED' when d.draw < 0.985 then 'ACCEPTED' else 'EXCLUDED' end
            as state,
        now() - interval '400 days' * power(pg_temp.draw(v.id, 'a' || c.k), 2) as opened_at
    from copied c join violations v on v.workload_id = c.source and pg_temp.draw(v.id, 'n' || c.k) < :kept
        cross join lateral (select pg_temp.draw(v.id, 's' || c.k) as draw) d;

insert into violations (id, policy_id, policy_name, workload_id, cluster_id, namespace, workload_kind, workload_name, team, platform,
        severity, state, unconfirmed_since, evidence, evidence_hash, opened_at, changed_at, closed_at, fact_revision, policy_revision,
        assignee, assignee_kind, acceptance_id, exclusion_id)
    select d.id, v.policy_id, v.policy_name, d.workload_id, d.cluster_id, v.namespace, v.workload_kind, v.workload_name, d.team,
        v.platform, v.severity, d.state, case when pg_temp.draw(d.id, 'u') < 0.01 then now() end, v.evidence, v.evidence_hash,
        d.opened_at, d.opened_at + (now() - d.opened_at) * pg_temp.draw(d.id, 'g'),
        case when d.state = 'RESOLVED' then d.opened_at + (now() - d.opened_at) * pg_temp.draw(d.id, 'z') end,
        v.fact_revision, v.policy_revision,
        case when pg_temp.draw(d.id, 'p') < 0.002 then 'admin' when pg_temp.draw(d.id, 'p') < 0.02 then 'person-' || abs(hashtext(d.id::text)) % 30
             else '' end,
        case when pg_temp.draw(d.id, 'p') < 0.02 then 'PERSON' else '' end, a.id, e.id
    from drawn d join violations v on v.id = d.source
        left join silences a on d.state = 'ACCEPTED' and a.state = 'ACCEPTED' and a.n = 1 + abs(hashtext(d.id::text)) % 40
        left join silences e on d.state = 'EXCLUDED' and e.state = 'EXCLUDED' and e.n = 1 + abs(hashtext(d.id::text)) % 20;

insert into violation_history (violation_id, cluster_id, at, change, cause, correlation_id)
    select id, cluster_id, opened_at, 'OPENED', 'a change of the workload', 'bench' from drawn order by opened_at;

-- 90 days of the trend, as the job leaves them: a row for each day and place.
insert into violation_days
    select d::date, v.cluster_id, v.namespace, v.platform, v.severity,
        greatest(1, v.n * (1 + 0.35 * sin(extract(epoch from d) / 950400)) + (current_date - d::date) / 20)::int,
        v.n / 40 + (hashtext(v.namespace || d) & 1), v.n / 45 + (hashtext(d || v.namespace) & 1), v.n / 50,
        v.n / 50 * 86400 * v.severity
    from (select cluster_id, namespace, platform, severity, count(*)::int as n from violations where state = 'OPEN' group by 1, 2, 3, 4) v
        cross join generate_series(current_date - 89, current_date - 1, interval '1 day') d
    on conflict do nothing;
insert into violation_day_marks
    select d::date, now() from generate_series(current_date - 89, current_date - 1, interval '1 day') d on conflict do nothing;

-- What people decided of a vulnerability, for a place: put off, or not applying. It stands apart from findings and is laid over them
-- where a workload runs (docs/adr/017).
create table exceptions (
    id             uuid primary key,
    kind           text not null,                        -- DEFERRAL, FALSE_POSITIVE
    state          text not null,                        -- REQUESTED, APPROVED, DENIED, WITHDRAWN, ENDED
    vulnerability  text not null,                        -- one of its names, as it was given
    cluster        text not null,                        -- name, empty = any; likewise the others
    namespace      text not null,
    label_key      text not null,
    label_value    text not null,                        -- empty = any value
    image          text not null,                        -- a name, * for any text
    component      text not null,
    reason         text not null,
    justification  text not null,                        -- of VEX, for what does not apply
    ends_at        timestamptz,                          -- null = no date
    until_fixed    boolean not null,
    requested_by   text not null,
    requested_for  text[] not null,                      -- the people behind the requester: none of them may approve
    requested_at   timestamptz not null,
    decided_by     text not null,
    decided_at     timestamptz,
    decision       text not null,                        -- what who decided said
    fix_known      boolean,                              -- what it was approved on: a fix was known, it was exploited,
    exploited      boolean,                              -- a workload could be reached from outside
    exposed        boolean,
    ended_by       text not null,
    ended_at       timestamptz,
    end_cause      text not null                         -- EXPIRED, FIX_AVAILABLE, EXPLOITED, EXPOSED, TAKEN_BACK
);
create index exceptions_listed on exceptions (requested_at desc, id desc);
create index exceptions_of on exceptions (vulnerability) where state = 'APPROVED';

-- Whether an exception covers a package of an image where it runs. The one definition of a scope in SQL.
create function exception_covers(e exceptions, cluster text, namespace text, labels jsonb, image text, component text)
    returns boolean language sql immutable as $$
    select (e.cluster = '' or lower(e.cluster) = lower($2))
        and (e.namespace = '' or e.namespace = $3)
        and (e.label_key = '' or (jsonb_exists($4, e.label_key)
            and (e.label_value = '' or $4 ->> e.label_key = e.label_value)))
        and (e.image = '' or lower($5) like lower(replace(replace(replace(replace(e.image, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')))
        and (e.component = '' or lower(e.component) = lower($6))
$$;

-- Those that hold, by the vulnerability that they are about.
create view exceptions_in_force as
select n.vulnerability_id, e.id, e.kind, e as exception from exceptions e join vulnerability_aliases n on n.alias = e.vulnerability
where e.state = 'APPROVED' and (e.ends_at is null or e.ends_at > now());

-- What each would cover, whether it holds or not: the same for its preview and for what it hides.
create view exception_reach as
select e.id as exception_id, e.kind, n.vulnerability_id, f.package_id, c.content_id, w.id as workload_id, w.cluster_id, w.namespace
from exceptions e join vulnerability_aliases n on n.alias = e.vulnerability
    join package_findings f on f.vulnerability_id = n.vulnerability_id
    join packages k on k.id = f.package_id
    join image_packages p on p.package_id = f.package_id
    join image_content c on c.content_id = p.content_id
    join images i on i.id = c.image_id
    join workload_images u on u.image_id = i.id
    join workloads w on w.id = u.workload_id
    join clusters l on l.id = w.cluster_id
where exception_covers(e, l.name, w.namespace, w.labels, i.name, k.name);

-- What the checks of the standards say of each workload: one narrow row, what was found beside it.
create table workload_checks (
    workload_id    uuid primary key references workloads on delete cascade,
    cluster_id     uuid not null,
    namespace      text not null,
    failed         text[] not null,                      -- ids of checks
    unknown        text[] not null,
    not_applicable text[] not null,
    catalogue      bigint not null,                      -- of which checks: one that was added since is unknown here
    fingerprint    bytea not null,                       -- of all that stands here
    evidence       bytea not null,                       -- zstd of JSON: check -> what was found or was missing
    judged_at      timestamptz not null
);
create index workload_checks_place on workload_checks (cluster_id, namespace);
alter table workload_checks alter column evidence set storage external;
create sequence workload_checks_revision;

-- Every workload is looked at again, since nobody has asked these checks of it.
insert into judgement_due (workload_id, cluster_id, due_at, cause)
select id, cluster_id, now(), 'standards are checked from now on' from workloads
on conflict (workload_id) do nothing;

-- What each check says over a cluster.
create table compliance_checks (
    cluster_id     uuid not null references clusters on delete cascade,
    check_id       text not null,
    passed         bigint not null,
    failed         bigint not null,
    unknown        bigint not null,
    not_applicable bigint not null,
    evaluated_at   timestamptz not null,
    primary key (cluster_id, check_id)
);

-- What each control comes out as.
create table compliance_results (
    id             uuid primary key,                     -- UUIDv5 of (cluster, standard, control)
    cluster_id     uuid not null references clusters on delete cascade,
    standard       text not null,
    control        text not null,
    ordinal        int not null,                         -- the place in its standard
    outcome        text not null,
    passed         bigint not null,                      -- answers of objects to the control's checks
    failed         bigint not null,
    unknown        bigint not null,
    not_applicable bigint not null,
    evidence       jsonb not null,                       -- samples, the failing ones first
    since          timestamptz not null,                 -- when it came out so first
    evaluated_at   timestamptz not null
);
create unique index compliance_results_of on compliance_results (cluster_id, standard, control);
create index compliance_results_order on compliance_results (standard, ordinal, id);

create table compliance_history (
    id             bigint generated always as identity primary key,
    cluster_id     uuid not null,
    standard       text not null,
    control        text not null,
    before         text,                                 -- null = the first look
    after          text not null,
    passed         bigint not null,
    failed         bigint not null,
    unknown        bigint not null,
    cause          text not null,
    at             timestamptz not null
);
create index compliance_history_of on compliance_history (standard, control, cluster_id, id);

create table compliance_attestations (
    id             uuid primary key,
    standard       text not null,
    control        text not null,
    cluster_id     uuid references clusters on delete cascade,   -- null = all clusters
    statement      text not null,
    attested_by    text not null,
    attested_at    timestamptz not null,
    valid_until    timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_by   text
);
create index compliance_attestations_of on compliance_attestations (standard, control);

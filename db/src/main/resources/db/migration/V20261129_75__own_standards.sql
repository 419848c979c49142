-- Standards and profiles that people write; what was deleted can be brought back.
create table compliance_standards (
    id          text primary key,
    document    text not null,                           -- YAML, as written
    version     int not null,
    created_at  timestamptz not null,
    created_by  text not null,
    updated_at  timestamptz not null,
    updated_by  text not null,
    deleted_at  timestamptz                              -- null = it is there
);
create sequence compliance_standards_revision;

-- What is not counted as failing for a time: one asks, another decides.
create table compliance_exceptions (
    id             uuid primary key,
    state          text not null,                        -- REQUESTED, APPROVED, DENIED, ENDED
    standard       text not null,                        -- of the control that was asked for, empty = a check by itself
    control        text not null,
    checks         text[] not null,                      -- that are not counted
    cluster_id     uuid not null references clusters on delete cascade,
    namespace      text not null,                        -- empty = the whole cluster
    object_kind    text not null,                        -- empty = every object of the place
    object_name    text not null,
    reason         text not null,
    ends_at        timestamptz not null,
    requested_by   text not null,
    requested_for  text[] not null,                      -- the people behind the requester: none of them may approve
    requested_at   timestamptz not null,
    decided_by     text not null,
    decided_at     timestamptz,
    decision       text not null,
    ended_by       text not null,
    ended_at       timestamptz
);
create index compliance_exceptions_held on compliance_exceptions (cluster_id) where state = 'APPROVED';
create index compliance_exceptions_order on compliance_exceptions (requested_at, id);

alter table compliance_checks add column excepted bigint not null default 0;
alter table compliance_results add column excepted bigint not null default 0;
alter table compliance_history add column excepted bigint not null default 0;

-- Which objects began or ceased to fail since the step before: [{"change", "check", "kind", "namespace", "name", "why"}].
alter table compliance_history add column objects jsonb not null default '[]';

-- Tells in one look-up whether anything of a cluster changed since it was added up.
alter table workload_checks add column revision bigint not null default 0;
create index workload_checks_changed on workload_checks (cluster_id, revision);

-- What changed of a workload that was asked before.
create table compliance_changes (
    cluster_id  uuid not null,
    workload_id uuid not null,
    check_id    text not null,
    fails       boolean not null,
    cause       text not null,
    at          timestamptz not null
);
create index compliance_changes_of on compliance_changes (cluster_id, at);

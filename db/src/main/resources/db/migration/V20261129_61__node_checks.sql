-- What the checks of machines say of each node's evidence: they go with it.
create table node_checks (
    node_id        uuid primary key references node_evidence on delete cascade,
    cluster_id     uuid not null,
    failed         text[] not null,                      -- ids of checks
    unknown        text[] not null,
    not_applicable text[] not null,
    catalogue      bigint not null,                      -- of which checks: one that was added since is unknown here
    evidence       bytea not null,                       -- zstd of JSON: check -> what was found or was missing
    collected_at   timestamptz not null,                 -- when the look began: answers of an old one count no more
    judged_at      timestamptz not null
);
create index node_checks_cluster on node_checks (cluster_id);
alter table node_checks alter column evidence set storage external;

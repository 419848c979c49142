create table policies (
    id          uuid primary key,
    name        text not null unique,
    severity    text not null,
    enabled     boolean not null,
    built_in    boolean not null,
    categories  text[] not null,
    document    jsonb not null,
    version     int not null,
    updated_at  timestamptz not null,
    updated_by  text not null
);

-- The revision of the whole set. Whoever judges holds the set shared, an edit takes it exclusively (advisory locks, see
-- TransactionLocks), so that no verdict of an older revision stays without being marked due.
create table policy_set (
    id        smallint primary key check (id = 1),
    revision  bigint not null
);
insert into policy_set values (1, 1);

-- The last judgement of a workload, whatever it said.
create table judgements (
    workload_id     uuid primary key references workloads on delete cascade,
    cluster_id      uuid not null,
    assembled_fingerprint bytea not null,
    fact_revision   bigint not null,
    policy_revision bigint not null,
    judged_at       timestamptz not null,
    exposure        text not null,                        -- widest Exposure.Method, UNKNOWN if it could not be told
    critical        int not null,
    high            int not null,
    medium          int not null,
    low             int not null,
    unknown_policies uuid[] not null,                     -- policies that could not be judged
    unknown         json not null,                        -- why: [{reason, detail, criteria, policies}]
    valid_until     timestamptz,                          -- from when on time alone may change it, null = never
    error_id        text                                  -- of a judgement that threw
);
create index judgements_cluster on judgements (cluster_id);

-- Work to do: now (a change elsewhere) or later (time alone changes the answer).
create table judgement_due (
    workload_id uuid primary key references workloads on delete cascade,
    cluster_id  uuid not null,
    due_at      timestamptz not null,
    cause       text not null,
    attempts    int not null default 0
);
create index judgement_due_at on judgement_due (due_at);

-- This and the histories are most of what is written, so they carry no foreign key to clusters: removing a cluster deletes
-- by their cluster_id.
create table violations (
    id            uuid primary key,                       -- UUIDv5 of (policy, workload)
    policy_id     uuid not null,
    policy_name   text not null,
    workload_id   uuid not null,
    cluster_id    uuid not null,
    namespace     text not null,
    workload_kind text not null,
    workload_name text not null,
    team          text not null,
    platform      boolean not null,
    severity      smallint not null,                      -- 1 LOW, 2 MEDIUM, 3 HIGH, 4 CRITICAL
    state         text not null,                          -- OPEN, RESOLVED
    provisional   boolean not null,                       -- the cluster has not been synced yet
    unconfirmed_since timestamptz,                        -- the policy cannot be judged any more; it stays open
    evidence      json not null,                          -- json, not jsonb: only ever read whole, and cheaper to write
    evidence_hash bytea not null,                         -- tells whether it changed without reading it
    opened_at     timestamptz not null,                   -- kept when it comes back
    changed_at    timestamptz not null,
    closed_at     timestamptz,
    fact_revision bigint not null,
    policy_revision bigint not null
);
create index violations_workload on violations (workload_id);
create index violations_list on violations (severity desc, opened_at desc, id) where state = 'OPEN';
create index violations_opened on violations (opened_at desc, id);
create index violations_policy on violations (policy_id) where state = 'OPEN';
create index violations_place on violations (cluster_id, namespace) where state = 'OPEN';

create table violation_history (
    id           bigint generated always as identity,
    violation_id uuid not null,
    cluster_id   uuid not null,
    at           timestamptz not null,
    change       text not null,                           -- OPENED, CHANGED, CLOSED, REOPENED
    cause        text not null,                           -- in words: what made it so
    correlation_id text not null,
    primary key (violation_id, id)
);

create table risk_scores (
    workload_id   uuid primary key references workloads on delete cascade,
    cluster_id    uuid not null,
    namespace     text not null,
    platform      boolean not null,
    score         double precision not null,
    unknown_factors int not null,
    stale_factors int not null,
    model_version text not null,
    factors       json not null,
    reasons       json not null,
    assessed_at   timestamptz not null
);
create index risk_scores_rank on risk_scores (score desc, workload_id);
create index risk_scores_place on risk_scores (cluster_id, namespace, score desc);

create table risk_history (
    id          bigint generated always as identity,
    workload_id uuid not null,
    cluster_id  uuid not null,
    at          timestamptz not null,
    score       double precision not null,
    unknown_factors int not null,
    cause       text not null,
    added       json not null,                            -- reasons that came; the first row has none
    removed     json not null,                            -- reasons that went
    primary key (workload_id, id)
);

-- What happened to a workload itself: first seen, changed, replaced (new uid), deleted.
create table workload_history (
    id          bigint generated always as identity,
    workload_id uuid not null,
    cluster_id  uuid not null,
    namespace   text not null,
    kind        text not null,
    name        text not null,
    at          timestamptz not null,
    change      text not null,
    detail      text not null,
    correlation_id text not null,
    primary key (workload_id, id)
);

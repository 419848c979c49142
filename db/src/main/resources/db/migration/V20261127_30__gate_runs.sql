-- What a pipeline had checked before it delivered, where it was told to be kept.
create table gate_runs (
    id          uuid primary key,
    at          timestamptz not null,
    actor       text not null,                            -- the token or person
    cluster_id  uuid,                                     -- null = for no cluster in particular
    cluster     text not null,                            -- its name then
    source      text not null,                            -- what was checked, in the pipeline's words; may be empty
    pipeline    text not null,                            -- address of the pipeline's run; may be empty
    commit_id   text not null,
    branch      text not null,
    fail_on     text not null,                            -- from which severity on it is refused: LOW … CRITICAL, NONE
    result      text not null,                            -- PASSED, REFUSED, NOT_JUDGED (something could not be read or judged)
    objects     int not null,
    critical    int not null,
    high        int not null,
    medium      int not null,
    low         int not null,
    unknown     int not null,
    unreadable  int not null,
    policy_revision bigint not null,
    findings    json not null                             -- the gravest, as the check answered
);
create index gate_runs_at on gate_runs (at desc, id);
create index gate_runs_cluster on gate_runs (cluster_id, at desc);

-- The workloads of a run, so that each of them can say which gate it passed.
create table gate_run_objects (
    run_id      uuid not null references gate_runs on delete cascade,
    ordinal     int not null,
    at          timestamptz not null,
    cluster_id  uuid,
    namespace   text not null,
    kind        text not null,
    name        text not null,
    fingerprint bytea not null,                           -- of what decides how it runs, see engine DeliveredSpec
    findings    int not null,
    refused     boolean not null,
    primary key (run_id, ordinal)
);
create index gate_run_objects_name on gate_run_objects (namespace, kind, name, at desc);
create index gate_run_objects_cluster on gate_run_objects (cluster_id);

-- What a refused run would have violated is a violation in the state ATTEMPTED: it never ran. Such a row keeps the run that was
-- refused last, whatever becomes of it, and a judgement of what runs does not touch it.
alter table violations add column gate_run_id uuid;
create index violations_attempted on violations (changed_at) where gate_run_id is not null;

-- What the policies said of a workload, in 16 bytes, to be compared with what its sensor says; null until it is judged anew.
alter table judgements add column verdicts bytea;

-- The last report of each sensor's own judgement.
create table agreements (
    cluster_id      uuid primary key references clusters on delete cascade,
    reported_at     timestamptz not null,
    judged_at       timestamptz not null,                 -- by the sensor's clock
    policy_revision bigint not null,
    workloads       int not null,                         -- judged by the sensor
    agreeing        int not null,
    waiting         int not null,                         -- not comparable
    suspected       uuid[] not null,                      -- differed for the first time
    differing       uuid[] not null                       -- differed in two reports one after the other
);

-- Finds what is old enough to be deleted. Histories are written in the order of time, so a block range says enough.
create index violations_closed on violations (closed_at) where state = 'RESOLVED';
create index risk_history_at on risk_history using brin (at);
create index workload_history_at on workload_history using brin (at);
create index audit_log_at on audit_log using brin (at);

-- How the last deletion of each rule went.
create table retention_runs (
    rule       text primary key,
    started_at timestamptz not null,
    took_millis bigint not null,
    deleted    bigint not null,
    complete   boolean not null,                          -- false = stopped before everything old was gone
    error      text not null                              -- empty = none
);

-- Readings of central's own health, a row for each reading and quarter of an hour, whichever replica came first.
create table health_samples (
    name  text not null,
    at    timestamptz not null,
    value double precision not null,
    primary key (name, at)
);
create index health_samples_at on health_samples using brin (at);

-- What the days left behind, so that trends are read in bounded time and outlive the history. One row for each day (UTC) and
-- place where something was open or moved; written anew for the last days by one job, from violations and their history.
create table violation_days (
    day         date not null,
    cluster_id  uuid not null references clusters on delete cascade,
    namespace   text not null,
    platform    boolean not null,
    severity    smallint not null,                        -- 1 LOW, 2 MEDIUM, 3 HIGH, 4 CRITICAL
    open        int not null,                             -- at the end of the day
    opened      int not null,
    closed      int not null,                             -- open no more, for whatever reason
    fixed       int not null,                             -- of these, closed because the workload changed or went away
    fix_seconds bigint not null,                          -- over the fixed ones, from opened to closed
    primary key (day, cluster_id, namespace, platform, severity)
);

-- The days that are rolled up: one without rows in violation_days had nothing open.
create table violation_day_marks (
    day       date primary key,
    rolled_at timestamptz not null
);

-- The history is written in the order of time, so this costs next to nothing and finds a day by its blocks.
create index violation_history_at on violation_history using brin (at) with (autosummarize = on);

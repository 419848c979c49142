-- Reports that people defined: what is in them, when they are made, how long they are kept and where they go.
create table report_definitions (
    id          uuid primary key,
    name        text not null,
    kind        text not null,                            -- COMPLIANCE, VIOLATIONS, VULNERABILITIES, EXECUTIVE_SUMMARY, AUDIT, ASSESSMENT
    document    jsonb not null,                           -- all that was wished for
    author      text not null,                            -- with whose rights it is made
    next_at     timestamptz,                              -- when it is due, null = only when somebody asks
    version     int not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    updated_by  text not null
);
create unique index report_definitions_name on report_definitions (lower(name));
create index report_definitions_due on report_definitions (next_at) where next_at is not null;

-- One making of a report. Whoever makes it has it until its lease ends; its attempt tells that claim from one that overtook it.
create table report_jobs (
    id              uuid primary key,
    definition_id   uuid references report_definitions on delete set null,
    definition      jsonb not null,                       -- as it was when the job was made
    name            text not null,
    kind            text not null,
    author          text not null,
    cause           text not null,                        -- SCHEDULE or REQUEST
    asked_by        text not null,
    due_at          timestamptz,                          -- the moment of the schedule, null = asked for
    state           text not null,                        -- QUEUED, RUNNING, DONE, FAILED, CANCELLED
    progress        int not null default 0,               -- percent
    step            text not null default '',
    reason          text not null default '',             -- why it failed, or what the last attempt failed by
    attempts        int not null default 0,
    created_at      timestamptz not null,
    next_at         timestamptz not null,                 -- when it is tried (again)
    leased_until    timestamptz,
    started_at      timestamptz,
    finished_at     timestamptz,
    data_as_of      timestamptz,                          -- of the snapshot that all its files are made from
    rights          text not null default '',             -- what the author might see then, in words
    expires_at      timestamptz                           -- when its files are deleted; null = not made, or deleted
);
-- However many replicas look at the clock, a moment of a schedule is one job.
create unique index report_jobs_once on report_jobs (definition_id, due_at);
create index report_jobs_due on report_jobs (next_at) where state in ('QUEUED', 'RUNNING');
create index report_jobs_created on report_jobs (created_at desc, id);
create index report_jobs_definition on report_jobs (definition_id, created_at desc);
create index report_jobs_expiry on report_jobs (expires_at) where expires_at is not null;

-- The files of a job, here so that every replica can hand them out.
create table report_files (
    id          uuid primary key,
    job_id      uuid not null references report_jobs on delete cascade,
    ordinal     int not null,
    name        text not null,
    format      text,                                     -- PDF, CSV, JSON, HTML, OSCAL; null = lies beside, such as a manifest
    media_type  text not null,
    size        bigint not null,
    sha256      text not null                             -- hex
);
create unique index report_files_name on report_files (job_id, name);

create table report_chunks (
    file_id     uuid not null references report_files on delete cascade,
    ordinal     int not null,
    bytes       bytea not null,
    primary key (file_id, ordinal)
);
-- Files that are compressed already, or will be by whoever reads them.
alter table report_chunks alter column bytes set storage external;

-- Where the files of a job go, and what became of it.
create table report_deliveries (
    id            uuid primary key,                       -- tells a receiver which ones are the same
    job_id        uuid not null references report_jobs on delete cascade,
    ordinal       int not null,
    kind          text not null,
    target        text not null,
    settings      jsonb not null,
    state         text not null,                          -- QUEUED, SENDING, DELIVERED, DEAD
    attempts      int not null default 0,
    next_at       timestamptz not null,
    leased_until  timestamptz,
    outcome       text not null default '',               -- what the receiver said, or why the last try failed
    delivered_at  timestamptz
);
create index report_deliveries_due on report_deliveries (next_at) where state in ('QUEUED', 'SENDING');
create index report_deliveries_job on report_deliveries (job_id, ordinal);

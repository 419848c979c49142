-- A token that came by an import has no secret: it tells what has to be made anew.
alter table api_tokens alter column token_hash drop not null;

-- Decisions that came by an import for violations that are not there yet: they take effect when the violation opens.
create table carried_decisions (
    violation_id uuid primary key,                        -- UUIDv5 of (policy, workload)
    workload_id  uuid not null,
    document     jsonb not null,                          -- as it stood in the file
    carried_at   timestamptz not null
);
create index carried_decisions_workload on carried_decisions (workload_id);

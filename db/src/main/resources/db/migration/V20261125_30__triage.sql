-- What people decide about violations. OPEN and RESOLVED follow from verdicts; ACCEPTED and EXCLUDED from people (docs/explanation/triage.md).
alter table violations
    add column assignee      text not null default '',   -- user name or team, empty = nobody
    add column assignee_kind text not null default '',   -- PERSON, TEAM, empty = nobody
    add column acceptance_id uuid,                        -- why it is ACCEPTED
    add column exclusion_id  uuid,                        -- why it is EXCLUDED; null = by an exclusion written in the policy
    add column resolved_by   text not null default '',   -- who resolved it by hand, empty = the judgement
    add column decisions     int not null default 0;      -- how many decisions of people it has seen: its entity tag
create index violations_assignee on violations (assignee, severity desc, opened_at desc, id) where assignee <> '';
create index violations_acceptance on violations (acceptance_id) where acceptance_id is not null;
create index violations_exclusion on violations (exclusion_id) where exclusion_id is not null;
create index violations_silent on violations (state, severity desc, opened_at desc, id)
    where state in ('ACCEPTED', 'EXCLUDED');

alter table violation_history add column actor text not null default '';   -- empty = the judgement

create table violation_comments (
    id           uuid primary key,
    violation_id uuid not null,
    cluster_id   uuid not null,
    change_id    uuid not null,                           -- the change that wrote it, for undo
    at           timestamptz not null,
    author       text not null,
    body         text not null
);
create index violation_comments_violation on violation_comments (violation_id, id);
create index violation_comments_change on violation_comments (change_id);

-- Violations known and borne until a date: "accept what is there". Which ones stands in violations.acceptance_id.
create table acceptances (
    id          uuid primary key,
    reason      text not null,
    accepted_by text not null,
    accepted_at timestamptz not null,
    ends_at     timestamptz not null,
    q           text not null,                            -- the filter by which they were chosen, empty = one by one
    accepted    int not null,                             -- how many there were
    ended_at    timestamptz,                              -- taken back before its end
    ended_by    text not null default ''
);

-- Every decision over one or many violations, with what was before, so that it can be undone. Kept for a week.
create table violation_decisions (
    id        uuid primary key,
    at        timestamptz not null,
    actor     text not null,
    action    text not null,                              -- ASSIGN, COMMENT, RESOLVE, REOPEN, ACCEPT
    q         text not null,
    reason    text not null,
    changed   int not null,
    undone_at timestamptz
);
create index violation_decisions_at on violation_decisions (at);
create table violation_decision_rows (
    decision_id   uuid not null references violation_decisions on delete cascade,
    violation_id  uuid not null,
    cluster_id    uuid not null,
    decisions     int not null,                           -- the violation's count after the decision
    state_after   text not null,
    state         text not null,
    assignee      text not null,
    assignee_kind text not null,
    acceptance_id uuid,
    resolved_by   text not null,
    closed_at     timestamptz,
    unconfirmed_since timestamptz,
    primary key (decision_id, violation_id)
);

-- Exclusions that people make beside the policy's text, so that they outlive a new release of it.
create table policy_exclusions (
    id               uuid primary key,
    policy_id        uuid not null references policies,
    cluster          text not null,                       -- in the value forms of scopes, empty = any
    namespace        text not null,
    workload         text not null,
    labels           text[] not null,
    namespace_labels text[] not null,
    reason           text not null,
    author           text not null,
    created_at       timestamptz not null,
    expires_at       timestamptz,
    removed_at       timestamptz,
    removed_by       text not null default ''
);
create index policy_exclusions_policy on policy_exclusions (policy_id) where removed_at is null;

-- Each edit of a policy, so that a violation can show the policy as it was when it was judged.
create table policy_versions (
    policy_id    uuid not null references policies on delete cascade,
    version      int not null,
    set_revision bigint not null,                         -- the revision of the set from which on it held
    document     jsonb not null,
    enabled      boolean not null,
    updated_at   timestamptz not null,
    updated_by   text not null,
    primary key (policy_id, version)
);
insert into policy_versions
select id, version, 0, document, enabled, updated_at, updated_by from policies;

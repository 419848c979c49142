-- Where messages go. The secret (password of the mail server, key of the webhook's signature) is sealed with the master key.
create table notifiers (
    id          uuid primary key,
    name        text not null,
    kind        text not null,                            -- EMAIL, WEBHOOK
    enabled     boolean not null,
    settings    jsonb not null,                           -- of the kind, without the secret
    secret      bytea,                                    -- null = none, or it has to be set anew after an import
    version     int not null,
    created_at  timestamptz not null,
    created_by  text not null,
    updated_at  timestamptz not null,
    updated_by  text not null
);
create unique index notifiers_name on notifiers (lower(name));

-- Which message goes where. The first rule in the order of positions that fits decides, unless it says to go on.
create table notification_rules (
    id          uuid primary key,
    name        text not null,
    position    int not null,
    enabled     boolean not null,
    document    jsonb not null,                           -- events, severity, policies, owners, clusters, marks, targets
    version     int not null,
    updated_at  timestamptz not null,
    updated_by  text not null
);
create unique index notification_rules_name on notification_rules (lower(name));

-- What happened and is to be told to a target: written in the transaction in which it happened, one row for each batch, target,
-- event, cluster, policy and owner. No foreign key: a batch that inserts must not wait for, or hold up, whoever sends.
create table notification_items (
    id           bigint generated always as identity primary key,
    notifier_id  uuid not null,
    group_key    text not null,                           -- what is told together
    event        text not null,
    at           timestamptz not null,
    cluster_id   uuid,                                    -- null = of no cluster
    cluster_name text not null,
    policy_id    uuid,                                    -- null = not about a violation
    policy_name  text not null,
    severity     smallint not null,                       -- 0 UNKNOWN … 4 CRITICAL
    owner        text not null,
    amount       int not null,                            -- how many of them
    samples      json not null                            -- the first of them by name
);
create index notification_items_target on notification_items (notifier_id, group_key);

-- Until when a group is not told again.
create table notification_groups (
    notifier_id uuid not null,
    group_key   text not null,
    held_until  timestamptz not null,
    primary key (notifier_id, group_key)
);

-- Messages on their way, and what became of them.
create table notification_deliveries (
    id            uuid primary key,                       -- tells a receiver which ones are the same
    notifier_id   uuid not null,
    notifier_name text not null,
    kind          text not null,                          -- of the message: VIOLATIONS, FLEET, DIGEST
    title         text not null,
    severity      smallint not null,
    message       text not null,                          -- as it is sent; text, so that it stays the same byte for byte
    state         text not null,                          -- QUEUED, SENDING, DELIVERED, DEAD
    attempts      int not null default 0,                 -- since it was made or replayed
    created_at    timestamptz not null,
    next_at       timestamptz not null,                   -- when it is tried (again)
    leased_until  timestamptz,                            -- whoever sends has it until then
    last_error    text not null default '',               -- of the last try that failed
    tried_at      timestamptz,
    delivered_at  timestamptz,
    replays       int not null default 0
);
create index notification_deliveries_due on notification_deliveries (notifier_id, next_at)
    where state in ('QUEUED', 'SENDING');
create index notification_deliveries_created on notification_deliveries (created_at desc, id);
create index notification_deliveries_target on notification_deliveries (notifier_id, created_at desc);

-- What was last told of things that are watched by the clock: which clusters are silent, which certificates end.
create table notification_watch (
    subject     text primary key,
    cluster_id  uuid,                                     -- so that it goes with its cluster
    told        text not null,
    at          timestamptz not null
);

-- The machine behind a node's name, as its kubelet says; '' = it does not, or has not been asked since this column is there.
alter table nodes add column machine_id text not null default '';

-- What became of each node. It outlives the node, so that one that comes back is known again.
create table node_events (
    id         bigint generated always as identity primary key,
    cluster_id uuid not null references clusters on delete cascade,
    node_id    uuid not null,                            -- no reference: see above
    name       text not null,
    kind       text not null,                            -- APPEARED, VANISHED, RETURNED, REPLACED, MACHINE_CHANGED
    before     text not null,                            -- machine id, '' = unknown
    after      text not null,
    at         timestamptz not null
);
create index node_events_of on node_events (node_id, id);
create index node_events_at on node_events (at);

-- What a look at the machine found last.
create table node_evidence (
    node_id      uuid primary key references nodes on delete cascade,
    cluster_id   uuid not null,
    machine_id   text not null,                          -- as the machine says
    hostname     text not null,
    collector    text not null,
    collected_at timestamptz not null,
    received_at  timestamptz not null,
    actor        text not null,
    forced       boolean not null,                       -- taken though it is another machine's
    hash         text not null,                          -- SHA-256 of the JSON
    size         int not null,                           -- bytes of the JSON
    unread       int not null,                           -- things that could not be read
    packages     int not null,
    document     bytea not null                          -- zstd of the JSON
);
alter table node_evidence alter column document set storage external;
create index node_evidence_cluster on node_evidence (cluster_id);

-- That evidence was received, without it.
create table node_evidence_history (
    id           bigint generated always as identity primary key,
    node_id      uuid not null references nodes on delete cascade,
    collector    text not null,
    collected_at timestamptz not null,
    actor        text not null,
    forced       boolean not null,
    hash         text not null,
    at           timestamptz not null
);
create index node_evidence_history_of on node_evidence_history (node_id, id);
create index node_evidence_history_at on node_evidence_history (at);

-- What the sensor of a cluster lets central do to nodes, as it said when it connected.
alter table clusters add column node_actions text[] not null default '{}';

-- What was ordered to be done to nodes. An order outlives its node: it is part of what became of it.
create table node_orders (
    id         uuid primary key,
    cluster_id uuid not null references clusters on delete cascade,
    node_id    uuid not null,
    node       text not null,
    uid        text not null,                            -- of the node that is meant, '' = its source knows none
    action     text not null,                            -- CORDON, UNCORDON, DRAIN, LOOK
    reason     text not null,
    actor      text not null,
    lose_pods  boolean not null,                         -- DRAIN: evict pods that nothing makes anew, too
    lose_data  boolean not null,                         -- DRAIN: evict pods that keep data on the node, too
    state      text not null,                            -- WAITING, SENT, DONE, REFUSED, FAILED, EXPIRED, WITHDRAWN
    detail     text not null,
    at         timestamptz not null,
    sent_at    timestamptz,
    ended_at   timestamptz,
    expires_at timestamptz not null
);
-- Two people, or two centrals, never have two orders for one node on their way.
create unique index node_orders_open on node_orders (node_id) where state in ('WAITING', 'SENT');
create index node_orders_open_of on node_orders (cluster_id) where state in ('WAITING', 'SENT');
create index node_orders_of on node_orders (node_id, at desc);
create index node_orders_at on node_orders (at);

-- What became of the pods of a node that is drained.
create table node_order_pods (
    order_id  uuid not null references node_orders on delete cascade,
    namespace text not null,
    name      text not null,
    outcome   text not null,                             -- GONE, ENDING, HELD, STAYS, FAILED
    detail    text not null,
    at        timestamptz not null,
    primary key (order_id, namespace, name)
);

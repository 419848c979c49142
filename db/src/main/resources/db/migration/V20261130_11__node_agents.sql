-- When the agent on a machine last asked what is ordered of it. Without one that asks, a look cannot be ordered.
create table node_agents (
    node_id  uuid primary key references nodes on delete cascade,
    asked_at timestamptz not null
);

-- What is installed on machines: the same packages as those of images, matched once however many have them (docs/adr/015). Apart from
-- what images have, so that lists and counts of images never see them.
create table node_packages (
    node_id        uuid not null references node_evidence on delete cascade,
    package_id     int not null references packages,
    usage          text not null,                        -- engine.machine.PackageUse
    primary key (node_id, package_id)
);
create index node_packages_having on node_packages (package_id, node_id);

-- What is known of a node's packages, and how much is wrong with them.
create table node_counts (
    node_id        uuid primary key references node_evidence on delete cascade,
    hash           text not null,                        -- of the evidence whose packages these are
    kernel         text not null,                        -- that runs, '' = not told
    kernel_found   boolean not null,                     -- it belongs to an installed package
    problem        text not null,                        -- why its packages are not all known, '' = they are
    packages       int not null,
    critical       int not null default 0,               -- what counts: neither put off nor not applying, nor of a kernel that does not run
    high           int not null default 0,
    medium         int not null default 0,
    low            int not null default 0,
    unknown        int not null default 0,
    fixable        int not null default 0,
    fixable_high   int not null default 0,
    exploited      int not null default 0,
    epss           double precision,
    deferred       int not null default 0,
    false_positive int not null default 0,
    unspoken       int not null default 0,               -- packages that no feed in use speaks for: what they have is unknown
    not_running    int not null default 0,               -- only in kernels that are installed and do not run
    counted_at     timestamptz                           -- null = not yet
);

-- Whether an exception covers a package of a node: one that names a namespace, a label or an image is about workloads. The one definition
-- of that in SQL. A machine without a cluster has an empty one, which only an exception for every cluster covers.
create function exception_covers_node(e exceptions, cluster text, component text)
    returns boolean language sql immutable as $$
    select e.namespace = '' and e.label_key = '' and e.image = ''
        and (e.cluster = '' or lower(e.cluster) = lower($2))
        and (e.component = '' or lower(e.component) = lower($3))
$$;

-- Machines that belong to no cluster, known by what was brought of them.
create table machines (
    id             uuid primary key,
    machine_id     text not null unique,                 -- of /etc/machine-id, lower case without dashes
    name           text not null,                        -- as it calls itself
    os_image       text not null,
    kernel_version text not null,
    container_runtime text not null,
    architecture   text not null,
    first_seen_at  timestamptz not null
);

-- Nodes that their clusters have no more, as they were last.
create table vanished_nodes (
    id             uuid primary key,
    cluster_id     uuid not null references clusters on delete cascade,
    name           text not null,
    roles          text[] not null,
    os_image       text not null,
    kernel_version text not null,
    container_runtime text not null,
    kubelet_version text not null,
    architecture   text not null,
    machine_id     text not null,
    first_seen_at  timestamptz not null,
    vanished_at    timestamptz not null
);
create index vanished_nodes_at on vanished_nodes (vanished_at);

-- Evidence outlives the node's row, and there is evidence of machines that were never nodes.
alter table node_evidence drop constraint node_evidence_node_id_fkey;
alter table node_evidence_history drop constraint node_evidence_history_node_id_fkey;
alter table node_evidence alter column cluster_id drop not null;
alter table node_evidence add foreign key (cluster_id) references clusters on delete cascade;
alter table node_checks alter column cluster_id drop not null;

-- Everything that the list of nodes shows: cluster_id is null for a machine without one.
create view listed_nodes as
select id, cluster_id, name, roles, os_image, kernel_version, container_runtime, kubelet_version, architecture, ready, unschedulable,
    machine_id, first_seen_at
from nodes
union all
select id, null::uuid, name, '{}'::text[], os_image, kernel_version, container_runtime, '', architecture, null::boolean, false,
    machine_id, first_seen_at
from machines;

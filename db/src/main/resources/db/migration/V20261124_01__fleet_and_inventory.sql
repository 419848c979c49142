-- Identities: what a cluster sends has a UUIDv5 of (cluster name, kind, namespace, name); what people make has a UUIDv7.
-- Facts that the sensor sent are kept whole as the zstd-compressed wire form (cluster_objects.document); beside them stand
-- narrow tables with the columns that lists search and sort by. See docs/adr/003.

create table clusters (
    id                  uuid primary key,
    name                text not null unique,
    environment         text not null default '',
    created_at          timestamptz not null,
    created_by          text not null,
    source              text not null default '',        -- LIVE, FOLDER, empty before the first contact
    kubernetes_version  text not null default '',
    sensor_version      text not null default '',
    cluster_uid         text not null default '',
    connected_at        timestamptz,                     -- of the present stream, null = not connected
    connected_to        text,                            -- the replica that holds the stream
    last_contact_at     timestamptz,
    first_synced_at     timestamptz,                     -- null = everything is provisional
    synced_at           timestamptz,
    sync_started_at     timestamptz,
    spool_overflowed    boolean not null default false,
    certificate_expires_at timestamptz,
    revoked_at          timestamptz
);

create table cluster_certificates (
    serial      text primary key,                         -- hexadecimal
    cluster_id  uuid not null references clusters on delete cascade,
    not_before  timestamptz not null,
    not_after   timestamptz not null,
    revoked_at  timestamptz
);
create index cluster_certificates_cluster on cluster_certificates (cluster_id);

create table enrolment_tokens (
    id          uuid primary key,
    cluster_id  uuid not null references clusters on delete cascade,
    token_hash  bytea not null unique,                    -- SHA-256
    created_at  timestamptz not null,
    created_by  text not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,
    revoked_at  timestamptz
);
create index enrolment_tokens_cluster on enrolment_tokens (cluster_id);

create table central_authority (
    id             smallint primary key check (id = 1),
    certificate    text not null,                         -- PEM
    encrypted_key  bytea not null,                        -- under the master key
    created_at     timestamptz not null
);

-- What the sensor of a cluster can see, by kind, and what it could not read.
create table cluster_coverage (
    cluster_id  uuid not null references clusters on delete cascade,
    kind        text not null,
    sight       text not null,                            -- SEEN, NOT_SERVED, FORBIDDEN, FAILED, OUT_OF_SIGHT
    detail      text not null,
    reported_at timestamptz not null,
    primary key (cluster_id, kind)
);

create table cluster_problems (
    cluster_id  uuid not null references clusters on delete cascade,
    ordinal     int  not null,
    place       text not null,
    line        int  not null,
    detail      text not null,
    reported_at timestamptz not null,
    primary key (cluster_id, ordinal)
);

create table cluster_objects (
    id           uuid primary key,
    cluster_id   uuid not null references clusters on delete cascade,
    kind         smallint not null,                       -- ordinal of engine ObjectKind, append-only
    kind_name    text not null,
    namespace    text not null,
    name         text not null,
    fingerprint  bytea not null,                          -- 16 bytes
    document     bytea not null,
    first_seen_at timestamptz not null,
    changed_at   timestamptz not null,
    revision     bigint not null
);
create index cluster_objects_place on cluster_objects (cluster_id, kind, namespace, name);
alter table cluster_objects alter column document set storage external;

create sequence fact_revision;

create table namespaces (
    id          uuid primary key,
    cluster_id  uuid not null references clusters on delete cascade,
    name        text not null,
    labels      jsonb not null,
    annotations jsonb not null,
    platform    boolean not null,
    first_seen_at timestamptz not null,
    unique (cluster_id, name)
);

create table workloads (
    id              uuid primary key,
    cluster_id      uuid not null references clusters on delete cascade,
    namespace       text not null,
    kind            text not null,
    name            text not null,
    team            text not null,                        -- empty = nobody; from the ownership rules
    platform        boolean not null,
    labels          jsonb not null,
    pod_labels      jsonb not null,                       -- what services and network policies select by
    service_account text not null,
    host_network    boolean not null,
    host_pid        boolean not null,
    host_ipc        boolean not null,
    privileged      boolean not null,
    replicas        int,
    kube_uid        text not null,
    created_at      timestamptz,
    first_seen_at   timestamptz not null,
    changed_at      timestamptz not null,
    revision        bigint not null
);
create unique index workloads_place on workloads (cluster_id, namespace, kind, name);
create index workloads_name on workloads (name, id);
create index workloads_account on workloads (cluster_id, namespace, service_account);
create index workloads_team on workloads (team) where team <> '';

create table images (
    id          uuid primary key,                         -- UUIDv5 of the canonical name
    name        text not null,                            -- canonical: registry/repository:tag@digest
    registry    text not null,
    repository  text not null,
    tag         text not null,
    digest      text,                                     -- null = unresolved: the tag is the identity
    first_seen_at timestamptz not null
);
create index images_name on images (name, id);

-- What somebody told of an image (a pipeline now, scans later).
create table image_facts (
    image_id    uuid primary key,
    created_at  timestamptz,
    config_user text,
    labels      jsonb,
    source      text not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);

create table workload_images (
    workload_id uuid not null references workloads on delete cascade,
    container   text not null,
    container_type text not null,
    image_id    uuid not null,                            -- the running digest where pods tell it, else the declared name
    declared    text not null,
    primary key (workload_id, container, image_id)
);
create index workload_images_image on workload_images (image_id);

create table workload_secrets (
    workload_id uuid not null references workloads on delete cascade,
    cluster_id  uuid not null,
    namespace   text not null,
    secret      text not null,
    usage       text not null,                            -- VOLUME, ENV, PULL
    primary key (workload_id, secret, usage)
);
create index workload_secrets_secret on workload_secrets (cluster_id, namespace, secret);

create table pods (
    id          uuid primary key,
    cluster_id  uuid not null references clusters on delete cascade,
    workload_id uuid not null,
    namespace   text not null,
    name        text not null,
    node        text not null,
    phase       text not null,
    started_at  timestamptz,
    containers  jsonb not null                            -- [{container, image, digest}], what the kubelet says
);
create index pods_workload on pods (workload_id);
create index pods_cluster on pods (cluster_id);

create table nodes (
    id          uuid primary key,
    cluster_id  uuid not null references clusters on delete cascade,
    name        text not null,
    roles       text[] not null,
    os_image    text not null,
    kernel_version text not null,
    container_runtime text not null,
    kubelet_version text not null,
    architecture text not null,
    ready       boolean,                                  -- null = the node does not say
    unschedulable boolean not null,
    first_seen_at timestamptz not null,
    unique (cluster_id, name)
);

create table secrets (
    id          uuid primary key,
    cluster_id  uuid not null references clusters on delete cascade,
    namespace   text not null,
    name        text not null,
    type        text not null,
    keys        text[] not null,
    certificate_expires_at timestamptz,                   -- the earliest, null = no certificate in it
    certificate_subject text not null,
    registries  text[] not null,
    first_seen_at timestamptz not null
);
create unique index secrets_place on secrets (cluster_id, namespace, name);

create table service_accounts (
    id          uuid primary key,
    cluster_id  uuid not null references clusters on delete cascade,
    namespace   text not null,
    name        text not null,
    automount   boolean,
    first_seen_at timestamptz not null
);
create unique index service_accounts_place on service_accounts (cluster_id, namespace, name);

-- Inverted indexes of RBAC: from a subject to the bindings that name it, from a role to the bindings that grant it.
create table binding_subjects (
    binding_id  uuid not null references cluster_objects on delete cascade,
    cluster_id  uuid not null,
    subject     text not null,                            -- sa:<namespace>/<name>, group:<name>, user:<name>
    role_id     uuid not null,                            -- id of the Role or ClusterRole object, which may not exist
    primary key (binding_id, subject)
);
create index binding_subjects_subject on binding_subjects (cluster_id, subject);
create index binding_subjects_role on binding_subjects (role_id);

-- Where images are fetched from, and how. The secret is sealed with the master key.
create table registries (
    id             uuid primary key,
    host           text not null,                        -- as in the names of images: docker.io, registry.example.com:5000
    mirror_of      text not null,                        -- the host that it is asked before; empty = it stands for itself
    scanned_by     text not null,                        -- CENTRAL, SENSOR (of the cluster that runs the image), NOBODY
    username       text not null,
    secret         bytea,                                -- password or token; null = none, or it has to be set anew after an import
    ca_pem         text not null,                        -- certificates to trust besides those of the Java runtime
    plain_http     boolean not null,
    version        int not null,
    created_at     timestamptz not null,
    created_by     text not null,
    updated_at     timestamptz not null,
    updated_by     text not null
);
create unique index registries_host on registries (lower(host), lower(mirror_of));

-- What was found in layers, whatever image they are in.
create table layer_contents (
    diff_id        text not null,
    revision       text not null,                        -- what the scanner could read
    document       bytea not null,                       -- zstd of JSON
    used_at        timestamptz not null,
    primary key (diff_id, revision)
);
create index layer_contents_used on layer_contents (used_at);

-- One job for each image that is to be looked into.
create table scan_jobs (
    id             uuid primary key,
    target         text not null unique,                 -- the digest, or the canonical name of an image without one
    digest         text,
    image_id       uuid,                                 -- of an image of which only the name is known
    reference      text not null,                        -- the name by which it is fetched
    registry       text not null,
    platform       text not null,                        -- linux/amd64
    via            text not null,                        -- CENTRAL, SENSOR
    cluster_id     uuid,                                 -- whose sensor looks
    state          text not null,                        -- QUEUED, RUNNING, DONE, FAILED, CANCELLED
    cause          text not null,                        -- why, in words
    requested_by   text not null,                        -- empty = central by itself
    priority       smallint not null,                    -- lower first
    attempts       int not null,                         -- since it was last asked for
    reason         text not null,                        -- scanner.ScanFailed.Reason of the last try, empty = none failed
    last_error     text not null,
    created_at     timestamptz not null,
    next_at        timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    leased_until   timestamptz,
    layers_done    int not null default 0,
    layers         int not null default 0,
    bytes          bigint not null default 0
);
create index scan_jobs_due on scan_jobs (priority, next_at) where state in ('QUEUED', 'RUNNING');
create index scan_jobs_image on scan_jobs (image_id) where image_id is not null;
create index scan_jobs_created on scan_jobs (created_at, id);

-- Repositories that people want to be told of, whether anything of them runs or not.
create table image_watches (
    id             uuid primary key,
    registry       text not null,
    repository     text not null,
    tags           text not null,                        -- which tags are looked into, * for any text; empty = none
    note           text not null,
    version        int not null,
    created_at     timestamptz not null,
    created_by     text not null,
    updated_at     timestamptz not null,
    updated_by     text not null
);
create unique index image_watches_repository on image_watches (registry, repository);

-- Repositories that are looked at: what runs, and what is watched.
create table registry_repositories (
    registry       text not null,
    repository     text not null,
    looked_at      timestamptz,                          -- null = not yet
    next_at        timestamptz not null,
    error          text not null,                        -- of the last look; empty = it went well
    tag_count      int not null,
    primary key (registry, repository)
);
create index registry_repositories_due on registry_repositories (next_at);

create table registry_tags (
    registry       text not null,
    repository     text not null,
    tag            text not null,
    digest         text,                                 -- null = not asked for
    built_at       timestamptz,                          -- null = not asked for, or the image does not say
    first_seen_at  timestamptz not null,
    primary key (registry, repository, tag),
    foreign key (registry, repository) references registry_repositories on delete cascade
);

-- Images in registries as a list: which are outdated by a newer one of the same series, written when a repository is read.
alter table registry_tags
    add column id           uuid not null default gen_random_uuid(),
    add column newer_tag    text,                          -- the newest of the same series, null = none is known
    add column newer_since  timestamptz;                   -- when that was built, else first seen
create unique index registry_tags_id on registry_tags (id);
create index if not exists images_repository on images (registry, repository);

-- What is kept does not say it yet: every repository is read anew.
update registry_repositories set next_at = now();

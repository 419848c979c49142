-- Which images stand on which. A chain id (OCI image specification, "Layer ChainID") stands for a layer with everything below it: the base of an image
-- is the image whose topmost chain id is among the lower ones of this one, found by one index.
alter table image_contents add column chain_id text;      -- of all its layers, empty = its layers are not told, null = not worked out yet
alter table image_contents add column layer_count int not null default 0;
alter table image_contents add column platform text not null default '';      -- os/architecture, empty = not told
alter table image_contents add column base_name text not null default '';     -- what its labels name as its base, empty = they do not
alter table image_contents add column base_digest text not null default '';
create index image_contents_chain on image_contents (chain_id) where chain_id <> '';
create index image_contents_unchained on image_contents (id) where chain_id is null;

create table content_layers (
    content_id     int not null references image_contents on delete cascade,
    depth          int not null,                         -- layers from the bottom, from 1
    chain_id       text not null,
    primary key (content_id, depth)
);
create index content_layers_chain on content_layers (chain_id);

-- By which tag a content was looked into. A tag moves: what it named before stays known.
create table content_names (
    registry       text not null,
    repository     text not null,
    tag            text not null,
    content_id     int not null references image_contents on delete cascade,
    seen_at        timestamptz not null,                 -- the last look by this tag
    primary key (registry, repository, tag, content_id)
);
create index content_names_of on content_names (content_id);

create index registry_tags_digest on registry_tags (digest) where digest is not null;
create index images_repository on images (registry, repository);

-- Every tag by which a content is or was known: as it was looked into, as a registry holds it, as a workload runs it.
create view tagged_contents as
    select registry, repository, tag, content_id from content_names
    union all
    select t.registry, t.repository, t.tag, d.content_id from registry_tags t join image_content_digests d on d.digest = t.digest
    union all
    select i.registry, i.repository, i.tag, v.content_id from images i join contents_of_images v on v.image_id = i.id where i.tag <> '';

-- Whether what was said last of a vulnerability in a package that is not there yet is that it does not apply: as vex_dismisses, with the
-- statements that mean the package given, and without those that speak of one image by its digest, since the image that it will be in has another.
create function vex_would_dismiss(vulnerability int, statements bigint[]) returns boolean language sql stable as $$
    select coalesce((
        select s.status in ('NOT_AFFECTED', 'FIXED') from vex_statements s
        where s.names && array(select a.alias from vulnerability_aliases a where a.vulnerability_id = $1)
            and s.acts and s.digest = '' and s.id = any($2)
        order by s.since desc, s.status in ('NOT_AFFECTED', 'FIXED') limit 1), false)
$$;

-- Every digest that a content is known by: its manifest's, its configuration's, that of an index which leads to it.
create table image_content_digests (
    digest         text primary key,
    content_id     int not null references image_contents on delete cascade
);
create index image_content_digests_content on image_content_digests (content_id);

-- Contents of images of which only a name is known: as it was told, or as the tag stood when it was looked at.
create table image_content_links (
    image_id       uuid primary key references images on delete cascade,
    content_id     int not null references image_contents on delete cascade,
    linked_at      timestamptz not null
);
create index image_content_links_content on image_content_links (content_id);

-- The content of each image that has one.
create view contents_of_images as
    select i.id as image_id, d.content_id from images i join image_content_digests d on d.digest = i.digest
    union all
    select i.id, l.content_id from image_content_links l join images i on i.id = l.image_id where i.digest is null;

-- Whether the configuration was seen: a bill of materials of others does not tell it.
alter table image_contents add column has_config boolean not null default true;
-- Who has a package must not lose it while unused ones are swept.
alter table image_packages add foreign key (package_id) references packages;

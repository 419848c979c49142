-- What has to be counted anew is only added to: a scan or a batch of a sensor must not wait for whoever counts.
alter table recount_due drop constraint recount_due_pkey;
alter table recount_due add column number bigint generated always as identity primary key;
create index recount_due_of on recount_due (kind, id);

-- The content of each image that has one, as rows: found from both sides by an index, whatever the planner knows of the tables.
create table image_content_map (
    image_id       uuid primary key references images on delete cascade,
    content_id     int not null references image_contents on delete cascade
);
create index image_content_map_of on image_content_map (content_id, image_id);
insert into image_content_map (image_id, content_id)
select distinct on (image_id) image_id, content_id from contents_of_images order by image_id, content_id desc;

create or replace view image_content as select image_id, content_id from image_content_map;

create function map_images() returns trigger language plpgsql as $$
begin
    insert into image_content_map (image_id, content_id)
    select c.id, d.content_id from changed c join image_content_digests d on d.digest = c.digest
    on conflict (image_id) do update set content_id = excluded.content_id;
    return null;
end $$;
create trigger map_inserted after insert on images referencing new table as changed
    for each statement execute function map_images();

create function map_digests() returns trigger language plpgsql as $$
begin
    insert into image_content_map (image_id, content_id)
    select i.id, c.content_id from changed c join images i on i.digest = c.digest
    on conflict (image_id) do update set content_id = excluded.content_id
        where image_content_map.content_id <> excluded.content_id;
    return null;
end $$;
create trigger map_inserted after insert on image_content_digests referencing new table as changed
    for each statement execute function map_digests();
create trigger map_updated after update on image_content_digests referencing new table as changed
    for each statement execute function map_digests();

create function map_links() returns trigger language plpgsql as $$
begin
    insert into image_content_map (image_id, content_id)
    select c.image_id, c.content_id from changed c join images i on i.id = c.image_id where i.digest is null
    on conflict (image_id) do update set content_id = excluded.content_id
        where image_content_map.content_id <> excluded.content_id;
    return null;
end $$;
create trigger map_inserted after insert on image_content_links referencing new table as changed
    for each statement execute function map_links();
create trigger map_updated after update on image_content_links referencing new table as changed
    for each statement execute function map_links();

create trigger recount_updated after update on image_content_digests referencing new table as changed
    for each statement execute function recount_contents();

-- Since when no workload runs an image: noted once a day by the rule that deletes those that are unused for long, taken back by
-- whoever runs it again.
alter table images add column unused_since timestamptz;
create index images_unused on images (unused_since) where unused_since is not null;

-- What people put off or dismissed everywhere is counted apart, and what only old feeds speak of apart from what none does.
alter table content_counts add column deferred integer not null default 0;
alter table content_counts add column false_positive integer not null default 0;
alter table content_counts add column outdated integer not null default 0;
alter table package_counts add column deferred integer not null default 0;
alter table package_counts add column false_positive integer not null default 0;

insert into recount_due (kind, id) select 'CONTENT', content_id::text from content_counts;
insert into recount_due (kind, id) select 'PACKAGE', package_id::text from package_counts;

-- A signature or an entry without a date of change made feeds that somebody brought newer than their newest entry.
update feeds set as_of = newest_at where newest_at < as_of and source not like 'http://%' and source not like 'https://%';

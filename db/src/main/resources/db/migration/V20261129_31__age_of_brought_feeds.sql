-- A feed that somebody brought as a file and that does not say of when it is is as old as its newest entry, not as fresh as its loading.
update feeds set as_of = newest_at
where newest_at < as_of and as_of = loaded_at and source not like 'http://%' and source not like 'https://%';

-- The overview counts all that is open by severity, policy and team within places: from this index alone, where reading the rows
-- took the whole table through the cache. It serves every search that violations_place served, and takes its place.
create index violations_open on violations (cluster_id, namespace, platform, severity, policy_id, team) where state = 'OPEN';
drop index violations_place;

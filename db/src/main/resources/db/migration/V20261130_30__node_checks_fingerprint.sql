-- What a node's answers were made of: a look that found the same again is not judged again.
alter table node_checks add column fingerprint bytea;   -- null = judged before this was kept

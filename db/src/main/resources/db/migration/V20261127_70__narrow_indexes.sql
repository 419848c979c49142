-- The order in which violations are read, with what they are usually filtered by: those that do not match are passed by
-- without a look at their rows, which are wide.
create index violations_listed on violations (severity desc, opened_at desc, id desc)
    include (state, platform, policy_id, workload_id, cluster_id, namespace, team, workload_kind);
drop index violations_order;

-- Namespaces of the platform come first by their names in many clusters.
create index violations_by_place on violations (lower(namespace), id, platform) where state = 'OPEN';
drop index violations_by_namespace;

-- What workloads are sorted and searched by; their rows hold documents.
create index workloads_listed on workloads (id) include (cluster_id, namespace, name, kind, team, platform, first_seen_at);
create index workloads_of_namespace on workloads (lower(namespace));
create index pods_on_node on pods (lower(node));
create index workload_secrets_name on workload_secrets (lower(secret));
create index secrets_name on secrets (name, id);
create index service_accounts_name on service_accounts (name, id);

-- How much each acceptance and exclusion silences, told beside them.
create index violations_accepted on violations (acceptance_id) include (state, cluster_id, namespace) where acceptance_id is not null;
drop index violations_acceptance;
create index violations_excluded on violations (exclusion_id) include (state, cluster_id, namespace) where exclusion_id is not null;
drop index violations_exclusion;

-- Of many that are due at once, those of one cluster together.
create index judgement_due_first on judgement_due (due_at, cluster_id);
drop index judgement_due_at;

-- An index tells by itself only of pages that were vacuumed since they changed.
alter table violations set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table workloads set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);

create index violations_among_policy on violations (policy_id, severity desc, opened_at desc, id desc)
    include (workload_id, platform, cluster_id, namespace) where state = 'OPEN';
drop index violations_of_policy;

-- Names are found by pieces of them. The extension is one that the owner of a database may create; without it they are looked
-- through one by one.
do $$
begin
    create extension if not exists pg_trgm;
    create index workloads_pieces on workloads using gin (lower(name) gin_trgm_ops, lower(namespace) gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'pg_trgm is not available: searches by a piece of a name take longer';
end
$$;

analyze violations, workloads, pods, workload_secrets;

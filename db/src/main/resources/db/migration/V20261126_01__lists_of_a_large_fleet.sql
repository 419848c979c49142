-- Indexes for a hundred thousand workloads and a million violations (bench/README.md). What is sorted by a text, or found by one, is
-- so without regard to case; an index over that also gives the planner statistics of it.

-- The order in which violations are shown first, whatever their state: it takes the place of two partial ones.
create index violations_order on violations (severity desc, opened_at desc, id desc, state);
drop index violations_list;
drop index violations_silent;

create index violations_by_workload on violations (lower(workload_name), id);
create index violations_by_namespace on violations (lower(namespace), id) where state = 'OPEN';
create index violations_by_policy on violations (lower(policy_name), id) where state = 'OPEN';
create index violations_by_team on violations (lower(team), id) where state = 'OPEN';
-- All violations of a policy are of one severity, which the planner does not know of: in the order above it would pass by all that are
-- graver.
create index violations_of_policy on violations (policy_id, severity desc, opened_at desc, id desc) where state = 'OPEN';
drop index violations_policy;

create index violations_changed on violations (changed_at desc, id desc) where state = 'OPEN';

-- The workloads with most critical violations, as that of the highest scores has been from the start.
create index judgements_critical on judgements (critical desc, workload_id);

-- How many workloads use an image is counted from the index alone.
create index workload_images_used on workload_images (image_id, workload_id);
drop index workload_images_image;

-- The trend of one namespace, without reading the days of all.
create index violation_days_of_namespace on violation_days (lower(namespace), day);

-- Of what an index computes there are no statistics before this.
analyze violations, violation_days;

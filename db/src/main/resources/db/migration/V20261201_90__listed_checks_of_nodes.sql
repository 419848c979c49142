-- How many checks of a machine fail and are unknown, so that a list of machines tells and orders by it without opening the arrays.
alter table node_checks
    add column failed_count int not null generated always as (cardinality(failed)) stored,
    add column unknown_count int not null generated always as (cardinality(unknown)) stored;

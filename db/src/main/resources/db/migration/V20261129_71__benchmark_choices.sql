-- Which version of CIS Kubernetes people chose for a cluster, in place of the one that its kubelets ask for.
create table compliance_benchmark_choices (
    cluster_id uuid primary key references clusters on delete cascade,
    standard   text not null,
    chosen_by  text not null,
    chosen_at  timestamptz not null
);

-- Which objects other than workloads fail a check, as it was last added up: what began or ceased to fail is told from it.
alter table compliance_checks add column failing text[];   -- kind, namespace and name, by line feeds; null = not known, or too many

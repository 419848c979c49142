-- The policies of CIS Kubernetes 1.11 are a section of the whole benchmark from now on; what people attested and what is remembered goes
-- with them. Results are made anew.
delete from compliance_results where standard = 'cis-kubernetes-1.11-policies';
update compliance_attestations set standard = 'cis-kubernetes-1.11' where standard = 'cis-kubernetes-1.11-policies';
update compliance_history set standard = 'cis-kubernetes-1.11' where standard = 'cis-kubernetes-1.11-policies';

-- The workloads that a policy could not be judged for are looked up by the policy.
create index judgements_unknown_policies on judgements using gin (unknown_policies)
    where unknown_policies <> '{}';

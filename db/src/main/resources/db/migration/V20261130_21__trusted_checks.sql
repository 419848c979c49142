-- What checks say of evidence that is the node's own. Evidence that was taken by force is of another machine: it can be looked at, and is no
-- answer of the node.
create view trusted_node_checks as
select c.* from node_checks c join node_evidence e on e.node_id = c.node_id where not e.forced;

package dev.breakwater.engine.compliance;

import dev.breakwater.engine.model.Node;
import java.time.Instant;

/** A check of nodes, by what the cluster says of them. */
interface NodeCheck {

    Check card();

    CheckResult judge(Node node, Instant asOf);
}

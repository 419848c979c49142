package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.inventory.ClusterNodes.Located;
import dev.breakwater.central.inventory.ClusterNodes.SeenNode;
import dev.breakwater.central.inventory.NodePods;
import dev.breakwater.central.nodes.DrainPlans;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.node.DrainPlan;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

@Service
class StoredDrainPlans implements DrainPlans {

    private final ClusterNodes nodes;
    private final NodePods pods;

    StoredDrainPlans(ClusterNodes nodes, NodePods pods) {
        this.nodes = nodes;
        this.pods = pods;
    }

    @Override
    public Planned of(UUID nodeId, AccessScope scope) {
        Located node = NodeOfCluster.find(nodes, nodeId, scope);
        ClusterNodes.Answer others = nodes.of(node.clusterId());
        NodePods.Answer placed = pods.on(node.clusterId(), node.node().meta().name());
        DrainPlan plan = DrainPlan.of(
                node.node(), others.nodes().stream().map(SeenNode::node).toList(), placed.pods());
        return new Planned(
                plan,
                Stream.of(others.unseen(), placed.unseen())
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }
}

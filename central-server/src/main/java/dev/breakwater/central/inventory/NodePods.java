package dev.breakwater.central.inventory;

import dev.breakwater.engine.node.DrainPlan.Placed;
import java.util.List;
import java.util.UUID;

/** Reads what runs on a node, for those who plan to do something to it. */
public interface NodePods {

    /** The most pods of a node that are read; Kubernetes allows far fewer. */
    int MOST = 2_000;

    /**
     * What runs there.
     *
     * @param unseen why the sensor does not see pods, empty = it does. No pods and unseen pods are two things
     */
    record Answer(List<Placed> pods, String unseen) {

        public Answer {
            pods = List.copyOf(pods);
        }
    }

    /** The pods of a node by its name, each with its workload and how many of that run elsewhere. */
    Answer on(UUID clusterId, String node);
}

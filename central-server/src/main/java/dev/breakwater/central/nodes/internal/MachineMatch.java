package dev.breakwater.central.nodes.internal;

import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.model.Node;
import java.util.Locale;

/** Whether a machine is the one behind a node. */
final class MachineMatch {

    private MachineMatch() {}

    /** Why it is not, empty if it is: by the machine id where the kubelet tells one, else by the name. */
    static String problem(Node node, Machine machine) {
        String wanted = id(node.machineId());
        if (!wanted.isEmpty()) {
            return wanted.equals(id(machine.machineId()))
                    ? ""
                    : "the evidence is of machine id '" + machine.machineId() + "' (" + machine.hostname()
                            + "), the kubelet of node '" + node.meta().name() + "' says '" + node.machineId() + "'";
        }
        String name = node.meta().name().toLowerCase(Locale.ROOT);
        String own = machine.hostname().toLowerCase(Locale.ROOT);
        boolean same = name.equals(own) || !own.isEmpty() && (name.startsWith(own + ".") || own.startsWith(name + "."));
        return same
                ? ""
                : "the evidence is of a machine named '" + machine.hostname() + "', the node is named '"
                        + node.meta().name() + "' and tells no machine id";
    }

    /** Some kubelets write it with dashes. */
    private static String id(String text) {
        return text.replace("-", "").strip().toLowerCase(Locale.ROOT);
    }
}

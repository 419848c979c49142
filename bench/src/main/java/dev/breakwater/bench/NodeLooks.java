package dev.breakwater.bench;

import dev.breakwater.engine.machine.MachineEvidence;
import dev.breakwater.engine.machine.MachineEvidence.Machine;
import dev.breakwater.engine.machine.MachineEvidence.RunningProcess;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.scanner.MachineCodec;
import dev.breakwater.sensor.node.MachineLook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Evidence of many nodes: one real look at the machine that this runs on, with the programs of a node added. */
final class NodeLooks {

    private static final int CONTROL_PLANE = 100;

    private final MachineEvidence seen;

    private NodeLooks(MachineEvidence seen) {
        this.seen = seen;
    }

    /** Looks once. */
    static NodeLooks look() {
        return new NodeLooks(new MachineLook(
                        Path.of("/"),
                        new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])),
                        "bench",
                        InstantSource.system())
                .look("node"));
    }

    /** Brings a look at each node to central. */
    void send(CentralApi api, String cluster, List<String> nodes) throws IOException, InterruptedException {
        for (int i = 0; i < nodes.size(); i++) {
            api.post(
                    "/api/v1/nodes/evidence?cluster=" + cluster + "&node=" + nodes.get(i),
                    MachineCodec.write(of(nodes.get(i))));
        }
    }

    /** @param name holds the number that the machine id of the fleet has, too */
    private MachineEvidence of(String name) {
        int number = Integer.parseInt(name.replaceAll("\\D", ""));
        Machine machine = new Machine(
                name,
                "machine-" + number,
                seen.machine().bootId(),
                seen.machine().architecture(),
                seen.machine().kernel(),
                seen.machine().os());
        List<RunningProcess> processes = new ArrayList<>(seen.processes());
        processes.add(program("kubelet", "--config=/var/lib/kubelet/config.yaml", "--anonymous-auth=false"));
        processes.add(program("containerd"));
        processes.add(program("kube-proxy", "--metrics-bind-address=127.0.0.1:10249"));
        if (number % CONTROL_PLANE == 0) {
            processes.add(program(
                    "kube-apiserver", "--authorization-mode=Node,RBAC", "--profiling=false", "--anonymous-auth=true"));
            processes.add(program("kube-scheduler", "--profiling=false"));
            processes.add(program("kube-controller-manager", "--use-service-account-credentials=true"));
            processes.add(program("etcd", "--client-cert-auth=true"));
        }
        return new MachineEvidence(
                seen.format(),
                seen.collector(),
                InstantSource.system().instant(),
                machine,
                processes,
                seen.files(),
                seen.looked(),
                seen.kernelParameters(),
                seen.modules(),
                seen.mounts(),
                seen.accounts(),
                seen.groups(),
                seen.units(),
                seen.packages(),
                seen.documents(),
                seen.unread());
    }

    private static RunningProcess program(String name, String... options) {
        return new RunningProcess(
                2_000_000,
                1,
                "/usr/bin/" + name,
                Stream.concat(Stream.of(name), Stream.of(options)).toList(),
                "root");
    }
}

package dev.breakwater.central.nodes.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.Machines;
import dev.breakwater.central.nodes.NodeEvidenceListener;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredMachines implements Machines {

    private static final Pattern MACHINE_ID = Pattern.compile("[0-9a-z]{8,64}");

    private final ClusterNodes nodes;
    private final MachineTable machines;
    private final EvidenceTable table;
    private final List<NodeEvidenceListener> listeners;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredMachines(
            ClusterNodes nodes,
            MachineTable machines,
            EvidenceTable table,
            List<NodeEvidenceListener> listeners,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.nodes = nodes;
        this.machines = machines;
        this.table = table;
        this.listeners = listeners;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasAnyRole('ADMIN', 'NODE')")
    public EvidenceState accept(byte[] json, boolean force) {
        ReceivedEvidence received = ReceivedEvidence.read(json, clock.instant());
        String machineId = machineId(received.evidence().machine().machineId());
        UUID id = MachineTable.id(machineId);
        boolean known = machines.has(id);
        String problem = problem(id, machineId, received);
        if (!problem.isEmpty() && (!force || ReceivedEvidence.isByAgent())) {
            throw ReceivedEvidence.refused(problem, force);
        }
        if (!known && machines.count() >= MOST) {
            throw new Conflict("There are " + MOST + " machines without a cluster already; forget some that are gone.");
        }
        machines.write(id, machineId, received.evidence(), received.at());
        EvidenceState state = received.state(id, actors.current().name(), false);
        table.write(null, state, EvidenceDocument.pack(json));
        listeners.forEach(listener -> listener.arrived(id, null, received.evidence()));
        if (!known || !problem.isEmpty() || !ReceivedEvidence.isByAgent()) {
            audit.record(
                    !problem.isEmpty() ? "forced" : known ? "received" : "added",
                    "machine evidence",
                    id.toString(),
                    state.hostname(),
                    null,
                    Map.of("machineId", machineId, "hash", state.hash(), "size", state.size(), "problem", problem));
        }
        return table.state(id).orElse(state);
    }

    private static String machineId(String told) {
        String id = told.replace("-", "").strip().toLowerCase(Locale.ROOT);
        if (!MACHINE_ID.matcher(id).matches()) {
            throw new InvalidRequest(
                    "evidence/machine/machineId",
                    told,
                    "the id of /etc/machine-id, 8 to 64 letters and digits: without one it cannot be told from other machines");
        }
        return id;
    }

    private String problem(UUID id, String machineId, ReceivedEvidence received) {
        Optional<String> node =
                nodes.byMachine(machineId).map(one -> one.node().meta().name());
        if (node.isPresent()) {
            return "a cluster has this machine as its node '" + node.get()
                    + "'; bring it as that node's, on its page or with the names of both";
        }
        return table.state(id)
                .map(EvidenceState::collectedAt)
                .filter(held -> held.isAfter(received.evidence().collectedAt()))
                .map(held -> "the evidence is of " + received.evidence().collectedAt() + ", older than that of " + held
                        + " which is here already")
                .orElse("");
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void forget(UUID id) {
        if (nodes.find(id, AccessScope.EVERYTHING).isPresent()) {
            throw new Conflict("A cluster has this node; it can be forgotten once its cluster has it no more.");
        }
        String name = machines.name(id).orElseThrow(() -> new NotFound("node", id.toString()));
        Map<String, Object> before = table.state(id)
                .<Map<String, Object>>map(state -> Map.of("machineId", state.machineId(), "hash", state.hash()))
                .orElse(Map.of());
        boolean machine = machines.remove(id);
        if (!machine) {
            nodes.forgetVanished(id);
        }
        machines.removeEvidence(id);
        audit.record("forgotten", machine ? "machine" : "node", id.toString(), name, before, null);
    }
}

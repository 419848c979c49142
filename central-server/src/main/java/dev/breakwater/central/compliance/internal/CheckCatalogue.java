package dev.breakwater.central.compliance.internal;

import dev.breakwater.engine.compliance.About;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Checks;
import dev.breakwater.engine.compliance.MachineChecks;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import dev.breakwater.engine.compliance.WorkloadChecks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The checks that there are, compiled once. */
@Component
class CheckCatalogue {

    private final WorkloadChecks workloadChecks = WorkloadChecks.compile();
    private final Map<String, Check> byId =
            Checks.all().stream().collect(Collectors.toMap(Check::id, Function.identity()));
    /** Of the ids of the checks of workloads: answers to others than these are answers to something else. */
    private final long version = Checks.all().stream()
            .filter(check -> check.subject() == Check.Subject.WORKLOAD)
            .map(Check::id)
            .sorted()
            .toList()
            .hashCode();

    private static final Set<String> WORKLOADS = Set.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "ReplicaSet",
            "ReplicationController",
            "Job",
            "CronJob",
            "Pod",
            "DeploymentConfig",
            "Rollout");

    private final List<Check> ofMachines = MachineChecks.cards();
    private final Set<String> idsOfMachines = ofMachines.stream().map(Check::id).collect(Collectors.toSet());
    /** As {@link #version}, of the checks of machines. */
    private final long machineVersion = List.of(
                    MachineChecks.RULES, idsOfMachines.stream().sorted().toList())
            .hashCode();

    /** What the one standard of the product speaks of that brings a check of machines. */
    private final Map<String, About> abouts = abouts();

    private static Map<String, About> abouts() {
        Map<String, About> abouts = new HashMap<>();
        for (Standard standard : Standards.all()) {
            if (standard.speaksOf().isOfMachines()) {
                standard.controls()
                        .flatMap(control -> control.checks().stream())
                        .forEach(check -> abouts.put(check, standard.speaksOf()));
            }
        }
        return abouts;
    }

    /** The nodes that a check of machines speaks of. */
    About about(String check) {
        return abouts.getOrDefault(check, About.EVERYTHING);
    }

    /** The kinds of objects, as Kubernetes spells them, that a check is asked of. */
    Set<String> kinds(Check check) {
        return switch (check.subject()) {
            case WORKLOAD -> WORKLOADS;
            case OBJECT -> Checks.kinds(check.id());
            case NODE -> Set.of("Node");
            case CLUSTER -> Set.of("Cluster");
        };
    }

    /** Those that need a look at the machine behind a node. */
    List<Check> ofMachines() {
        return ofMachines;
    }

    boolean isOfMachines(Check check) {
        return idsOfMachines.contains(check.id());
    }

    long machineVersion() {
        return machineVersion;
    }

    WorkloadChecks workloadChecks() {
        return workloadChecks;
    }

    long version() {
        return version;
    }

    List<Check> ofWorkloads() {
        return of(Check.Subject.WORKLOAD);
    }

    List<Check> ofObjects() {
        return of(Check.Subject.OBJECT);
    }

    private List<Check> of(Check.Subject subject) {
        return byId.values().stream()
                .filter(check -> check.subject() == subject)
                .toList();
    }

    Check byId(String id) {
        Check check = byId.get(id);
        if (check == null) {
            throw new IllegalArgumentException("no check " + id);
        }
        return check;
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }
}

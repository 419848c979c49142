package dev.breakwater.central.evidence;

import dev.breakwater.central.fleet.TestStream;
import dev.breakwater.central.testing.ClusterObjects;
import dev.breakwater.contracts.FactCodec;
import dev.breakwater.contracts.v1.ObjectUpsert;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A cluster whose deployments come, go, and become privileged or not, by a seed. */
final class ChangingCluster {

    private static final int NAMES = 40;
    private static final int BATCH = 3;

    /** One message's worth of difference. */
    record Difference(List<ObjectUpsert> upserts, List<UUID> removals) {}

    private final String name;
    private final Random random;
    private final Map<String, WorkloadSpec> deployments = new TreeMap<>();

    ChangingCluster(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
    }

    /** Makes, alters or removes a few deployments. */
    void change() {
        for (int i = 0; i < 2 + random.nextInt(8); i++) {
            String deployment = "d" + random.nextInt(NAMES);
            if (deployments.containsKey(deployment) && random.nextInt(4) == 0) {
                deployments.remove(deployment);
            } else {
                deployments.put(deployment, deployment(deployment, random.nextBoolean(), random.nextInt(3)));
            }
        }
    }

    private static WorkloadSpec deployment(String name, boolean privileged, int release) {
        return ClusterObjects.deployment("shop", name, "registry.example.com/" + name + ":1." + release, privileged);
    }

    /** What a sensor sends to one that holds this: id to fingerprint. */
    List<Difference> differences(Map<UUID, String> held) {
        Map<UUID, String> wanted = fingerprints();
        List<WorkloadSpec> changed = deployments.values().stream()
                .filter(spec -> !fingerprint(spec).equals(held.get(idOf(spec))))
                .toList();
        List<Difference> differences = new ArrayList<>();
        for (int from = 0; from < changed.size(); from += BATCH) {
            differences.add(new Difference(
                    changed.subList(from, Math.min(from + BATCH, changed.size())).stream()
                            .map(spec -> TestStream.upsert(name, spec))
                            .toList(),
                    List.of()));
        }
        List<UUID> gone =
                held.keySet().stream().filter(id -> !wanted.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            differences.add(random.nextInt(differences.size() + 1), new Difference(List.of(), gone));
        }
        return differences;
    }

    int between(int least, int below) {
        return random.nextInt(least, below);
    }

    /** What central should hold: id to fingerprint. */
    Map<UUID, String> fingerprints() {
        Map<UUID, String> fingerprints = new HashMap<>();
        deployments.values().forEach(spec -> fingerprints.put(idOf(spec), fingerprint(spec)));
        return fingerprints;
    }

    /** Names of the deployments that are privileged. */
    List<String> privileged() {
        return deployments.values().stream()
                .filter(spec ->
                        spec.template().containers().getFirst().security().privileged())
                .map(spec -> spec.meta().name())
                .sorted()
                .collect(Collectors.toList());
    }

    private UUID idOf(WorkloadSpec spec) {
        return spec.key().idIn(name);
    }

    private static String fingerprint(WorkloadSpec spec) {
        return HexFormat.of().formatHex(FactCodec.fingerprint(spec));
    }
}

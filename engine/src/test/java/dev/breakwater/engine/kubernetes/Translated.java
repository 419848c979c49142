package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;

/** Short ways from a YAML text to facts. */
final class Translated {

    /** Lets everything through, marked with the key that it was asked about. */
    static final SecretGuard OPEN = OpenGuard.OPEN;

    private Translated() {}

    static List<ClusterObject> all(String yaml) {
        KubernetesTranslation translation = new KubernetesTranslation(OPEN, Owners.NONE);
        return Manifests.read(yaml).objects().stream()
                .flatMap(object -> translation.translate(object).stream())
                .toList();
    }

    static <T extends ClusterObject> T one(Class<T> type, String yaml) {
        List<ClusterObject> all = all(yaml);
        if (all.size() != 1) {
            throw new AssertionError("expected one fact but got " + all);
        }
        return type.cast(all.getFirst());
    }

    /** A workload with one pod spec, given as the lines below {@code spec:}; with a container if they name none. */
    static WorkloadSpec pod(String spec) {
        String yaml = "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec:\n";
        boolean named = spec.lines().anyMatch(line -> line.startsWith("containers:"));
        return one(WorkloadSpec.class, yaml + (named ? spec : spec + "\ncontainers: [{name: app}]\n").indent(2));
    }

    /** A container, given as its lines. */
    static Container container(String lines) {
        String first = "- name: app\n";
        return pod("containers:\n" + first + lines.indent(2))
                .template()
                .containers()
                .getFirst();
    }
}

package dev.breakwater.engine.check;

import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The facts of objects; a workload of which the set holds pods only is told by the first of them, and not passed over. */
final class ToldByPods {

    private final KubernetesTranslation translation;

    ToldByPods(KubernetesTranslation translation) {
        this.translation = translation;
    }

    /** For each object its facts, in their order. */
    List<List<ClusterObject>> facts(List<JsonNode> objects) {
        List<List<ClusterObject>> facts =
                new ArrayList<>(objects.stream().map(translation::translate).toList());
        Set<ObjectKey> known = new HashSet<>();
        facts.forEach(each -> each.stream()
                .filter(WorkloadSpec.class::isInstance)
                .map(ClusterObject::key)
                .forEach(known::add));
        for (int i = 0; i < facts.size(); i++) {
            for (ClusterObject fact : facts.get(i)) {
                if (fact instanceof Pod pod && known.add(pod.owner())) {
                    List<ClusterObject> more = new ArrayList<>(facts.get(i));
                    more.add(translation.fromPod(pod.ownerKind(), pod.ownerName(), objects.get(i)));
                    facts.set(i, more);
                }
            }
        }
        return facts;
    }
}

package dev.breakwater.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Node;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.node.DrainPlan.Fate;
import dev.breakwater.engine.node.DrainPlan.Placed;
import dev.breakwater.engine.node.DrainPlan.PodFate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a plan says holds whatever runs on the node. */
class DrainPlanProperties {

    private static final Node HERE = node("here", true, false, Map.of());
    private static final Node FREE = node("free", true, false, Map.of("zone", "a"));

    private static Node node(String name, boolean ready, boolean unschedulable, Map<String, String> labels) {
        return new Node(
                new ObjectMeta("", name, "uid-" + name, labels, Map.of(), null),
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(new Node.Condition("Ready", ready ? "True" : "False", "")),
                unschedulable);
    }

    private static Pod pod(String name, String ownerKind, String phase, boolean mirror) {
        Map<String, Text> annotations = mirror ? Map.of(DrainPlan.MIRROR, Text.plain("x")) : Map.of();
        return new Pod(
                new ObjectMeta("shop", name, "", Map.of(), annotations, null),
                ownerKind,
                ownerKind.equals("Pod") ? name : "owner-of-" + name,
                "here",
                phase,
                null,
                List.of());
    }

    private static WorkloadSpec workload(String kind, Map<String, String> selector, String... volumeTypes) {
        List<Volume> volumes = new ArrayList<>();
        for (String type : volumeTypes) {
            volumes.add(new Volume("v" + volumes.size(), type, "", List.of()));
        }
        PodTemplate template = new PodTemplate(
                "spec", Map.of(), Map.of(), "", null, false, false, false, false, null, "", "", "", selector, Map.of(),
                List.of(), volumes, List.of());
        return new WorkloadSpec(ObjectMeta.of("shop", "w"), kind, 1, null, null, false, template);
    }

    @Provide
    Arbitrary<List<Placed>> placed() {
        Arbitrary<Placed> one = Combinators.combine(
                        Arbitraries.of("Deployment", "StatefulSet", "DaemonSet", "Job", "Pod", "StrimziPodSet"),
                        Arbitraries.of("Running", "Pending", "Succeeded", "Failed", "Unknown", ""),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("", "emptyDir", "hostPath", "secret", "unknown"))
                .as((kind, phase, mirror, elsewhere, volume) -> new Placed(
                        pod("p", kind, phase, mirror),
                        volume.equals("unknown") ? null : workload(kind, Map.of(), volume),
                        elsewhere));
        return one.list().ofMaxSize(30).map(list -> {
            List<Placed> named = new ArrayList<>();
            for (Placed each : list) {
                Pod pod = each.pod();
                named.add(new Placed(
                        pod(
                                "p" + named.size(),
                                pod.ownerKind(),
                                pod.phase(),
                                pod.meta().annotations().containsKey(DrainPlan.MIRROR)),
                        each.workload(),
                        each.elsewhere()));
            }
            return named;
        });
    }

    @Property
    void tellsOfEveryPodOnce(@ForAll("placed") List<Placed> placed) {
        DrainPlan plan = DrainPlan.of(HERE, List.of(HERE, FREE), placed);
        assertThat(plan.targets()).isEqualTo(1);
        assertThat(plan.pods())
                .extracting(PodFate::name)
                .containsExactlyInAnyOrderElementsOf(
                        placed.stream().map(one -> one.pod().meta().name()).toList());
    }

    @Property
    void daemonsAndWhatTheKubeletRunsStayAndNothingElse(@ForAll("placed") List<Placed> placed) {
        DrainPlan plan = DrainPlan.of(HERE, List.of(FREE), placed);
        Set<String> staying = Set.copyOf(plan.pods().stream()
                .filter(pod -> !pod.fate().isEvicted())
                .map(PodFate::name)
                .toList());
        for (Placed one : placed) {
            boolean stays = one.pod().ownerKind().equals("DaemonSet")
                    || one.pod().meta().annotations().containsKey(DrainPlan.MIRROR);
            assertThat(staying.contains(one.pod().meta().name())).isEqualTo(stays);
        }
    }

    @Property
    void whereNoOtherNodeTakesPodsNothingIsSaidToMove(@ForAll("placed") List<Placed> placed) {
        List<Node> none = List.of(HERE, node("full", true, true, Map.of()), node("broken", false, false, Map.of()));
        DrainPlan plan = DrainPlan.of(HERE, none, placed);
        assertThat(plan.targets()).isZero();
        assertThat(plan.count(Fate.MOVES) + plan.count(Fate.INTERRUPTED)).isZero();
    }

    @Property
    void moreReplicasElsewhereNeverMakeItWorse(@ForAll("placed") List<Placed> placed) {
        DrainPlan before = DrainPlan.of(HERE, List.of(FREE), placed);
        DrainPlan after = DrainPlan.of(
                HERE,
                List.of(FREE),
                placed.stream()
                        .map(one -> new Placed(one.pod(), one.workload(), one.elsewhere() + 1))
                        .toList());
        assertThat(after.count(Fate.INTERRUPTED)).isZero();
        assertThat(after.count(Fate.LOST)).isEqualTo(before.count(Fate.LOST));
        assertThat(after.count(Fate.NOWHERE)).isEqualTo(before.count(Fate.NOWHERE));
    }

    @Property
    void knowingLessNeverTakesAConsentAway(@ForAll("placed") List<Placed> placed) {
        DrainPlan before = DrainPlan.of(HERE, List.of(FREE), placed);
        DrainPlan after = DrainPlan.of(
                HERE,
                List.of(FREE),
                placed.stream()
                        .map(one -> new Placed(one.pod(), null, one.elsewhere()))
                        .toList());
        assertThat(after.losesPods()).isEqualTo(before.losesPods());
        if (before.mayLoseData()) {
            assertThat(after.mayLoseData()).isTrue();
        }
    }

    @Example
    void saysWhatHasNoSecondReplicaWhatIsLostAndWhatFitsNowhere() {
        DrainPlan plan = DrainPlan.of(
                HERE,
                List.of(FREE),
                List.of(
                        new Placed(pod("web", "Deployment", "Running", false), workload("Deployment", Map.of()), 2),
                        new Placed(
                                pod("db", "StatefulSet", "Running", false),
                                workload("StatefulSet", Map.of("zone", "a"), "emptyDir", "secret"),
                                0),
                        new Placed(pod("shell", "Pod", "Running", false), workload("Pod", Map.of()), 0),
                        new Placed(
                                pod("gpu", "Deployment", "Running", false),
                                workload("Deployment", Map.of("gpu", "yes")),
                                1),
                        new Placed(pod("done", "Job", "Succeeded", false), workload("Job", Map.of()), 0)));

        assertThat(plan.pods())
                .extracting(PodFate::name, PodFate::fate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("shell", Fate.LOST),
                        org.assertj.core.groups.Tuple.tuple("gpu", Fate.NOWHERE),
                        org.assertj.core.groups.Tuple.tuple("db", Fate.INTERRUPTED),
                        org.assertj.core.groups.Tuple.tuple("web", Fate.MOVES),
                        org.assertj.core.groups.Tuple.tuple("done", Fate.ENDED));
        assertThat(plan.losesPods()).isTrue();
        assertThat(plan.mayLoseData()).isTrue();
        assertThat(plan.pods().get(2).localData()).containsExactly("v0 (emptyDir)");
    }
}

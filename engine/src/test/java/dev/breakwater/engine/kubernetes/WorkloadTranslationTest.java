package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkloadTranslationTest {

    private static final String RUNNING_POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-5d4-x
              namespace: shop
              uid: u1
              labels: {app: web, pod-template-hash: 5d4}
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-5d4, controller: true}]
            spec:
              nodeName: n1
              containers: [{name: app, image: "web:1"}, {name: side, image: side}]
            status:
              phase: Running
              startTime: "2026-01-02T03:04:05Z"
              containerStatuses:
              - name: app
                image: docker.io/library/web:1
                imageID: docker-pullable://web@sha256:%1$s
                restartCount: 3
                state: {running: {}}
              - {name: side, imageID: "sha256:%1$s", state: {waiting: {}}}
            """.formatted("a".repeat(64));

    @Test
    void readsADeployment() {
        WorkloadSpec web = Translated.one(WorkloadSpec.class, """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  generation: 7
                  creationTimestamp: "2026-01-02T03:04:05Z"
                  annotations: {team: shop, kubectl.kubernetes.io/last-applied-configuration: "{}"}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: app, image: web}]}
                """);

        assertThat(web.kindName()).isEqualTo("Deployment");
        assertThat(web.meta().namespace()).isEqualTo("default");
        assertThat(web.meta().annotations()).containsExactly(Map.entry("team", Text.plain("shop")));
        assertThat(web.meta().createdAt()).hasToString("2026-01-02T03:04:05Z");
        assertThat(web.generation()).isEqualTo(7);
        assertThat(web.replicas()).isEqualTo(1);
        assertThat(web.selector()).isEqualTo(new LabelSelector(Map.of("app", "web"), List.of()));
        assertThat(web.podLabels()).containsExactly(Map.entry("app", "web"));
        assertThat(web.template().path()).isEqualTo("spec.template.spec");
    }

    @Test
    void readsACronJob() {
        WorkloadSpec job = Translated.one(WorkloadSpec.class, """
                apiVersion: batch/v1beta1
                kind: CronJob
                metadata: {name: nightly}
                spec:
                  suspend: true
                  jobTemplate: {spec: {template: {spec: {containers: [{name: app, image: job}]}}}}
                """);

        assertThat(job.suspended()).isTrue();
        assertThat(job.replicas()).isNull();
        assertThat(job.template().containers().getFirst().path())
                .isEqualTo("spec.jobTemplate.spec.template.spec.containers[0]");
    }

    @Test
    void aBareMapOfLabelsIsASelectorToo() {
        WorkloadSpec old = Translated.one(WorkloadSpec.class, """
                apiVersion: v1
                kind: ReplicationController
                metadata: {name: old}
                spec: {selector: {app: old}, template: {spec: {containers: [{name: app, image: old}]}}}
                """);

        assertThat(old.selector()).isEqualTo(new LabelSelector(Map.of("app", "old"), List.of()));
    }

    @Test
    void readsKindsOfOtherGroupsThatCarryAPodTemplate() {
        assertThat(Translated.all("""
                {apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: r},
                 spec: {template: {spec: {containers: [{name: a}]}}}}
                ---
                {apiVersion: apps.openshift.io/v1, kind: DeploymentConfig, metadata: {name: d},
                 spec: {template: {spec: {containers: [{name: a}]}}}}
                ---
                {apiVersion: example.com/v1, kind: Fleet, metadata: {name: f},
                 spec: {template: {spec: {containers: [{name: a}]}}}}
                ---
                {apiVersion: example.com/v1, kind: NoPods, metadata: {name: n}, spec: {template: {spec: {}}}}
                """))
                .extracting(ClusterObject::kindName)
                .containsExactly("Rollout", "DeploymentConfig", "Fleet");
    }

    @Test
    void whatAKnownWorkloadControlsIsNotAWorkloadOfItsOwn() {
        String replicaSet = """
                {apiVersion: apps/v1, kind: ReplicaSet,
                 metadata: {name: web-5d4, ownerReferences: [{apiVersion: %s, kind: %s, name: web, controller: true}]},
                 spec: {template: {spec: {containers: [{name: a}]}}}}
                """;

        assertThat(Translated.all(replicaSet.formatted("apps/v1", "Deployment")))
                .isEmpty();
        assertThat(Translated.all(replicaSet.formatted("argoproj.io/v1alpha1", "Rollout")))
                .isEmpty();
        assertThat(Translated.all(replicaSet.formatted("example.com/v1", "Fleet")))
                .hasSize(1);
    }

    @Test
    void climbsFromAPodToItsTopOwner() {
        Owner deployment = new Owner("apps/v1", "Deployment", "web");
        Owner operator = new Owner("example.com/v1", "Shop", "shop");
        Owners owners = (owned, namespace) -> switch (owned.kind()) {
            case "ReplicaSet" -> Optional.of(deployment);
            case "Deployment" -> Optional.of(operator);
            default -> Optional.empty();
        };
        KubernetesTranslation translation = new KubernetesTranslation(Translated.OPEN, owners);

        List<ClusterObject> facts = translation.translate(tree(RUNNING_POD));

        assertThat(facts).singleElement().isInstanceOfSatisfying(Pod.class, pod -> {
            assertThat(pod.owner().toString()).isEqualTo("Deployment shop/web");
            assertThat(pod.nodeName()).isEqualTo("n1");
            assertThat(pod.startedAt()).hasToString("2026-01-02T03:04:05Z");
            assertThat(pod.containers().get(0).runningDigest()).hasToString("sha256:" + "a".repeat(64));
            assertThat(pod.containers().get(0).image()).isEqualTo("web:1");
            assertThat(pod.containers().get(0).restarts()).isEqualTo(3);
            assertThat(pod.containers().get(1).runningDigest()).isNull();
            assertThat(pod.containers()).extracting(Pod.Instance::state).containsExactly("running", "waiting");
        });
        assertThat(KubernetesTranslation.controllerOf(tree(RUNNING_POD)))
                .contains(new Owner("apps/v1", "ReplicaSet", "web-5d4"));
    }

    @Test
    void aRingOfOwnersEnds() {
        Owners ring = (owned, namespace) -> Optional.of(new Owner("apps/v1", "ReplicaSet", "web-5d4"));

        assertThat(new KubernetesTranslation(Translated.OPEN, ring).translate(tree(RUNNING_POD)))
                .hasSize(1);
    }

    @Test
    void aBarePodIsAWorkloadAndItsOwnInstance() {
        String bare = """
                apiVersion: v1
                kind: Pod
                metadata: {name: static, uid: u, ownerReferences: [{apiVersion: v1, kind: Node, name: n, controller: true}]}
                spec:
                  volumes: [{name: kube-api-access-7x, projected: {sources: [{serviceAccountToken: {path: token}}]}}]
                  containers: [{name: a, volumeMounts: [{name: kube-api-access-7x, mountPath: /var/run/x}]}]
                """;

        List<ClusterObject> facts = Translated.all(bare);

        assertThat(facts).hasSize(2);
        assertThat(((Pod) facts.get(0)).owner()).isEqualTo(facts.get(1).key());
        WorkloadSpec workload = (WorkloadSpec) facts.get(1);
        assertThat(workload.template().volumes()).isEmpty();
        assertThat(workload.template().containers().getFirst().mounts()).isEmpty();
    }

    @Test
    void aPodTellsOfAnOwnerThatIsNotUnderstood() {
        KubernetesTranslation translation = new KubernetesTranslation(Translated.OPEN, Owners.NONE);

        WorkloadSpec set = translation.fromPod("StrimziPodSet", "kafka", tree(RUNNING_POD));

        assertThat(set.key().toString()).isEqualTo("StrimziPodSet shop/kafka");
        assertThat(set.podLabels()).containsExactly(Map.entry("app", "web"));
        assertThat(set.template().nodeName()).isEmpty();
        assertThat(set.template().containers()).hasSize(2);
        assertThat(KubernetesTranslation.isWorkload(new Owner("core.strimzi.io/v1beta2", "StrimziPodSet", "kafka")))
                .isFalse();
    }

    private static JsonNode tree(String yaml) {
        return Manifests.read(yaml).objects().getFirst();
    }
}

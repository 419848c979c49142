package dev.breakwater.sensor.watch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.FactCodec;
import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.Secret;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.KindSight;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true)
class LiveSourceTest {

    private KubernetesClient client;

    private final Semaphore changes = new Semaphore(0);
    private final FactStore facts = new FactStore(10_000);
    private LiveSource source;

    @BeforeEach
    void open() {
        facts.onChange(changes::release);
        source = new LiveSource(
                "c1",
                client,
                new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])),
                facts,
                InstantSource.system());
    }

    @Test
    void followsObjectsAsTheyComeChangeAndGo() throws Exception {
        apply(DEPLOYMENT.formatted("nginx:1"));
        source.check();
        assertThat(image("Deployment", "web")).hasValue("nginx:1");
        assertThat(source.status().isSettled()).isTrue();
        assertThat(source.status().isComplete(ObjectKind.WORKLOAD)).isTrue();

        client.resource(DEPLOYMENT.formatted("nginx:2")).inNamespace("shop").update();
        await(() -> image("Deployment", "web").equals(Optional.of("nginx:2")));

        client.apps().deployments().inNamespace("shop").withName("web").delete();
        await(() -> facts.size() == 0);
    }

    @Test
    void tellsThePoliciesThatTheClusterDeclares() throws Exception {
        String policy = """
                apiVersion: breakwater.dev/v1alpha1
                kind: SecurityPolicy
                metadata: {name: ours, namespace: shop}
                spec: {name: Ours, sections: [{groups: [{criterion: Image Tag, values: [latest]}]}]}
                """;
        client.genericKubernetesResources(
                        WatchedApi.SECURITY_POLICIES.versions().getFirst())
                .inNamespace("shop")
                .load(new ByteArrayInputStream(policy.getBytes(StandardCharsets.UTF_8)))
                .create();
        source.check();
        assertThat(source.declarations().told().orElseThrow().policies())
                .singleElement()
                .satisfies(declared -> {
                    assertThat(declared.namespace()).isEqualTo("shop");
                    assertThat(declared.name()).isEqualTo("ours");
                    assertThat(declared.document())
                            .isEqualTo("{\"name\":\"Ours\",\"sections\":[{\"groups\":"
                                    + "[{\"criterion\":\"Image Tag\",\"values\":[\"latest\"]}]}]}");
                });
        assertThat(facts.size()).isZero();
    }

    @Test
    void findsTheWorkloadOfAPodThatCameBeforeItsReplicaSet() throws Exception {
        source.check();
        apply(POD.formatted("web-1-x", "2026-01-01T00:00:00Z", "ReplicaSet", "web-1", "app:1"));
        await(() -> pod("web-1-x").isPresent());

        apply(REPLICA_SET.formatted("apps/v1", "Deployment", "web"));
        await(() -> pod("web-1-x").map(Pod::ownerKind).equals(Optional.of("Deployment")));
        assertThat(object(workload("ReplicaSet", "web-1"))).isEmpty();
    }

    @Test
    void endingPodsStayWithTheirWorkloadWhenTheReplicaSetIsGone() throws Exception {
        apply(REPLICA_SET.formatted("apps/v1", "Deployment", "web"));
        apply(POD.formatted("web-1-x", "2026-01-01T00:00:00Z", "ReplicaSet", "web-1", "app:1"));
        source.check();
        client.apps().replicaSets().inNamespace("shop").withName("web-1").delete();

        client.pods().inNamespace("shop").withName("web-1-x").editStatus(pod -> {
            pod.getStatus().setPhase("Failed");
            return pod;
        });

        await(() -> pod("web-1-x").map(Pod::phase).equals(Optional.of("Failed")));
        assertThat(pod("web-1-x").orElseThrow().ownerName()).isEqualTo("web");
    }

    @Test
    void tellsAWorkloadOfAnotherKindByItsNewestPod() throws Exception {
        apply(POD.formatted("kafka-0", "2026-01-01T00:00:00Z", "StrimziPodSet", "kafka", "kafka:3"));
        source.check();
        assertThat(image("StrimziPodSet", "kafka")).hasValue("kafka:3");

        apply(POD.formatted("kafka-1", "2026-02-01T00:00:00Z", "StrimziPodSet", "kafka", "kafka:4"));
        await(() -> image("StrimziPodSet", "kafka").equals(Optional.of("kafka:4")));

        client.pods().inNamespace("shop").delete();
        await(() -> facts.size() == 0);
    }

    @Test
    void tellsRolloutsByTheirPodsToo() throws Exception {
        apply(REPLICA_SET.formatted("argoproj.io/v1alpha1", "Rollout", "web"));
        apply(POD.formatted("web-1-x", "2026-01-01T00:00:00Z", "ReplicaSet", "web-1", "app:1"));
        source.check();

        assertThat(image("Rollout", "web")).hasValue("app:1");
        assertThat(pod("web-1-x").orElseThrow().owner()).isEqualTo(workload("Rollout", "web"));
    }

    @Test
    void keepsNamesOfSecretsOnly() throws Exception {
        apply("""
                apiVersion: v1
                kind: Secret
                metadata: {name: db, namespace: shop}
                data: {password: aHVudGVyMg==}
                """);
        source.check();

        Secret secret = (Secret)
                object(new ObjectKey(ObjectKind.SECRET, "Secret", "shop", "db")).orElseThrow();
        assertThat(secret.keys()).containsExactly("password");
        assertThat(facts.get(secret.key().idIn("c1")).state().toString()).doesNotContain("hunter2", "aHVudGVyMg");
    }

    @Test
    void aKindIsSeenOnlyIfAllItsApisAre() {
        KindSight forbidden = new KindSight(Sight.SIGHT_FORBIDDEN, "no");
        KindSight notServed = new KindSight(Sight.SIGHT_NOT_SERVED, "no");

        assertThat(LiveSource.worse(KindSight.SEEN, forbidden)).isEqualTo(forbidden);
        assertThat(LiveSource.worse(notServed, KindSight.SEEN)).isEqualTo(KindSight.SEEN);
        assertThat(LiveSource.worse(notServed, notServed)).isEqualTo(notServed);
    }

    private void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace("shop")
                .create();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            changes.tryAcquire(1, TimeUnit.SECONDS);
        }
    }

    private Optional<String> image(String kind, String name) {
        return object(workload(kind, name))
                .map(WorkloadSpec.class::cast)
                .map(spec -> spec.template().containers().getFirst().image().original());
    }

    private Optional<Pod> pod(String name) {
        return object(new ObjectKey(ObjectKind.POD, "Pod", "shop", name)).map(Pod.class::cast);
    }

    private static ObjectKey workload(String kind, String name) {
        return new ObjectKey(ObjectKind.WORKLOAD, kind, "shop", name);
    }

    private Optional<ClusterObject> object(ObjectKey key) {
        Fact fact = facts.get(key.idIn("c1"));
        return Optional.ofNullable(fact).map(there -> FactCodec.fromWire(there.state()));
    }

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "%s"}]}
            """;

    private static final String REPLICA_SET = """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata:
              name: web-1
              namespace: shop
              ownerReferences: [{apiVersion: %s, kind: %s, name: %s, uid: "1", controller: true}]
            spec: {selector: {matchLabels: {app: web}}}
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: %s
              namespace: shop
              creationTimestamp: "%s"
              ownerReferences: [{apiVersion: apps/v1, kind: %s, name: %s, uid: "1", controller: true}]
            spec: {containers: [{name: web, image: "%s"}]}
            status: {phase: Running}
            """;
}

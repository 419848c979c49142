package dev.breakwater.sensor.watch.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.FactCodec;
import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.sensor.facts.Declarations.Declared;
import dev.breakwater.sensor.facts.Declarations.Told;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: %s, namespace: shop}
            spec: {ports: [{port: 80}]}
            """;

    @TempDir
    private Path folder;

    private final FactStore facts = new FactStore(1_000);
    private FolderSource source;

    @BeforeEach
    void open() {
        source = new FolderSource(
                "c1", List.of(folder), new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])), facts);
    }

    @Test
    void forgetsObjectsOfDeletedFilesAndKeepsThoseOfBrokenOnes() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), SERVICE.formatted("one"));
        Path two = Files.writeString(folder.resolve("two.yaml"), SERVICE.formatted("two"));
        source.readOnce();
        assertThat(facts.size()).isEqualTo(2);

        Files.delete(one);
        Files.writeString(two, "kind: [Service");
        source.readOnce();

        assertThat(service("one")).isEmpty();
        assertThat(service("two")).as("what a file held before it broke").isPresent();
        assertThat(source.status().problems()).extracting(SourceProblem::where).containsExactly("two.yaml");
    }

    @Test
    void tellsThePoliciesThatStandAmongTheManifestsAndWhetherThereMayBeMore() throws IOException {
        String policy = """
                apiVersion: breakwater.dev/v1alpha1
                kind: SecurityPolicy
                metadata: {name: %s, namespace: shop}
                spec: {name: Ours, severity: %s}
                """;
        Path one = Files.writeString(
                folder.resolve("one.yaml"), policy.formatted("a", "LOW") + "---\n" + SERVICE.formatted("web"));
        Files.writeString(folder.resolve("two.yaml"), policy.formatted("b", "\"" + "x".repeat(70_000) + "\""));
        Files.writeString(
                folder.resolve("three.yaml"), policy.formatted("c", "HIGH").replace("breakwater.dev", "other.dev"));
        source.readOnce();
        assertThat(facts.size()).isEqualTo(1);
        assertThat(source.declarations().told())
                .contains(new Told(
                        List.of(
                                new Declared("shop", "a", "{\"name\":\"Ours\",\"severity\":\"LOW\"}"),
                                new Declared("shop", "b", "")),
                        false));

        Files.delete(one);
        Path broken = Files.writeString(folder.resolve("four.yaml"), "kind: [SecurityPolicy");
        source.readOnce();
        assertThat(source.declarations().told())
                .as("what cannot be read may be a policy")
                .contains(new Told(List.of(new Declared("shop", "b", "")), true));

        Files.delete(broken);
        source.readOnce();
        assertThat(source.declarations().told())
                .get()
                .extracting(Told::incomplete)
                .isEqualTo(false);
    }

    @Test
    void tellsAWorkloadWithoutReadableContainersByNameAndLineInsteadOfTakingItForOne() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), SERVICE.formatted("web") + """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec: "nope"
                """);

        source.readOnce();

        assertThat(facts.counts()).doesNotContainKey(ObjectKind.WORKLOAD);
        assertThat(source.status().problems())
                .containsExactly(new SourceProblem(
                        "a.yaml", 6, "Deployment shop/web cannot be read: spec is a text, not an object"));
    }

    @Test
    void keepsAnIngressAndARouteOfTheSameName() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, namespace: shop}
                spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                ---
                apiVersion: route.openshift.io/v1
                kind: Route
                metadata: {name: web, namespace: shop}
                spec: {host: web.example.com, to: {kind: Service, name: web}}
                """);

        source.readOnce();

        assertThat(facts.counts()).containsEntry(ObjectKind.INGRESS, 2);
        assertThat(source.status().problems()).isEmpty();
        assertThat(facts.get(new ObjectKey(ObjectKind.INGRESS, "Route", "shop", "web").idIn("c1")))
                .isNotNull()
                .extracting(fact -> FactCodec.fromWire(fact.state()).kindName())
                .isEqualTo("Route");
    }

    @Test
    void lastOfTwoCountsAndIsReported() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), SERVICE.formatted("web"));
        Files.writeString(folder.resolve("b.yaml"), SERVICE.formatted("web").replace("80", "8080"));

        source.readOnce();

        dev.breakwater.engine.model.Service web =
                (dev.breakwater.engine.model.Service) service("web").orElseThrow();
        assertThat(web.ports().getFirst().port()).isEqualTo(8080);
        assertThat(source.status().problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).startsWith("b.yaml").contains("a.yaml", "shop/web"));
    }

    @Test
    void followsLinksWithinTheFolderOnly(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.yaml"), SERVICE.formatted("outside"));
        Path hidden = Files.createDirectory(folder.resolve("..2026"));
        Files.writeString(hidden.resolve("in.yaml"), SERVICE.formatted("inside"));
        Files.createSymbolicLink(folder.resolve("in.yaml"), Path.of("..2026/in.yaml"));
        Files.createSymbolicLink(folder.resolve("out.yaml"), outside.resolve("secret.yaml"));
        Files.createSymbolicLink(folder.resolve("dir"), outside);

        source.readOnce();

        assertThat(service("inside")).isPresent();
        assertThat(service("outside")).isEmpty();
        assertThat(source.status().problems()).extracting(SourceProblem::where).containsExactly("out.yaml");
    }

    @Test
    void podsAreOutOfSightUnlessTheFolderHasRunningOnes() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), SERVICE.formatted("web"));
        source.readOnce();
        assertThat(source.status().kinds().get(ObjectKind.POD).sight()).isEqualTo(Sight.SIGHT_OUT_OF_SIGHT);

        Files.writeString(folder.resolve("pods.yaml"), RUNNING_POD);
        source.readOnce();
        assertThat(source.status().kinds().get(ObjectKind.POD).sight()).isEqualTo(Sight.SIGHT_SEEN);
    }

    @Test
    void findsThePodsWorkloadWhateverTheOrderOfFiles() throws IOException {
        Files.writeString(folder.resolve("a-pod.yaml"), RUNNING_POD);
        Files.writeString(folder.resolve("b-replicaset.yaml"), """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata:
                  name: web-1
                  namespace: shop
                  ownerReferences: [{apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: web, controller: true}]
                """);

        source.readOnce();

        Pod pod = (Pod)
                object(new ObjectKey(ObjectKind.POD, "Pod", "shop", "web-1-x")).orElseThrow();
        assertThat(pod.owner()).isEqualTo(new ObjectKey(ObjectKind.WORKLOAD, "Rollout", "shop", "web"));
        WorkloadSpec told = (WorkloadSpec) object(pod.owner()).orElseThrow();
        assertThat(told.template().containers()).hasSize(1);
    }

    @Test
    void seesChangesWhileItRuns() throws Exception {
        Semaphore changes = new Semaphore(0);
        source.facts().onChange(changes::release);
        Thread reader = Thread.ofVirtual().start(source);
        try {
            assertThat(source.status().awaitSettled(30)).isTrue();
            Files.writeString(folder.resolve("late.yaml"), SERVICE.formatted("late"));
            assertThat(changes.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
            assertThat(service("late")).isPresent();
        } finally {
            reader.interrupt();
            reader.join();
        }
    }

    @Test
    void aFolderThatCannotBeReadIsNotAnEmptyOne() throws IOException {
        FolderSource missing = new FolderSource(
                "c1",
                List.of(folder.resolve("none")),
                new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])),
                facts);
        missing.readOnce();

        assertThat(missing.status().isSettled()).isTrue();
        assertThat(missing.status().isComplete(ObjectKind.WORKLOAD)).isFalse();
        assertThat(missing.status().problems()).hasSize(1);
    }

    private static final String RUNNING_POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1-x
              namespace: shop
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true}]
            spec: {containers: [{name: web, image: "nginx:1"}]}
            status: {phase: Running}
            """;

    private Optional<ClusterObject> service(String name) {
        return object(new ObjectKey(ObjectKind.SERVICE, "Service", "shop", name));
    }

    private Optional<ClusterObject> object(ObjectKey key) {
        Fact fact = facts.get(key.idIn("c1"));
        return Optional.ofNullable(fact).map(there -> FactCodec.fromWire(there.state()));
    }
}

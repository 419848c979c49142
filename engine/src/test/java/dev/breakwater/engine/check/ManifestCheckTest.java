package dev.breakwater.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.check.ManifestCheck.Absence;
import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.OpenGuard;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManifestCheckTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  serviceAccountName: web
                  containers:
                    - {name: web, image: "web:1", securityContext: {privileged: true}, ports: [{containerPort: 22}]}
            """;

    private static final String POLICY = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            """;

    private static Map<String, Outcome> judged(String manifests, Absence absence) {
        List<Policy> policies =
                BuiltInPolicies.all().stream().map(Policy::switchedOn).toList();
        Map<java.util.UUID, String> names = policies.stream().collect(Collectors.toMap(Policy::id, Policy::name));
        return new ManifestCheck(CompiledPolicies.compile(policies), OpenGuard.OPEN, absence)
                        .check(Manifests.read(manifests).objects(), Instant.parse("2026-11-24T00:00:00Z"))
                        .judged()
                        .getFirst()
                        .verdicts()
                        .stream()
                        .collect(Collectors.toMap(
                                verdict -> names.get(verdict.policyId()), verdict -> verdict.outcome()));
    }

    @Test
    void knowsWhatTheManifestItselfSays() {
        for (Absence absence : Absence.values()) {
            assertThat(judged(DEPLOYMENT, absence))
                    .containsEntry("Privileged container", Outcome.VIOLATED)
                    .containsEntry("Host namespaces shared", Outcome.CLEAN);
        }
    }

    @Test
    void doesNotTakeWhatIsNotThereForAbsentUnlessTheSetIsWhole() {
        assertThat(judged(DEPLOYMENT, Absence.IS_UNKNOWN))
                .containsEntry("No policy for incoming traffic", Outcome.UNKNOWN)
                .containsEntry("Cluster administrator account", Outcome.UNKNOWN)
                .containsEntry("Service account that does not exist", Outcome.UNKNOWN)
                .containsEntry("Token where the outside gets in", Outcome.UNKNOWN);
        assertThat(judged(DEPLOYMENT, Absence.IS_A_FACT))
                .containsEntry("No policy for incoming traffic", Outcome.VIOLATED)
                .containsEntry("Cluster administrator account", Outcome.CLEAN)
                .containsEntry("Service account that does not exist", Outcome.VIOLATED)
                .containsEntry("Token where the outside gets in", Outcome.CLEAN);
    }

    @Test
    void readsWhatTheOtherManifestsSay() {
        assertThat(judged(DEPLOYMENT + POLICY, Absence.IS_UNKNOWN))
                .containsEntry("No policy for incoming traffic", Outcome.CLEAN)
                .containsEntry("No policy for outgoing traffic", Outcome.CLEAN);
    }

    @Test
    void neverTakesAnImageThatItCannotSeeForSound() {
        assertThat(judged(DEPLOYMENT, Absence.IS_A_FACT))
                .containsEntry("Fixable vulnerability of high severity", Outcome.UNKNOWN)
                .containsEntry("Image never scanned", Outcome.UNKNOWN)
                .containsEntry("ADD in place of COPY", Outcome.UNKNOWN);
    }

    @Test
    void judgesWhatHasNoNameAndSaysWhatItCannotRead() {
        ManifestCheck check =
                new ManifestCheck(CompiledPolicies.compile(BuiltInPolicies.all()), OpenGuard.OPEN, Absence.IS_UNKNOWN);
        String nameless = DEPLOYMENT.replace("metadata: {name: web, namespace: shop}", "metadata: {}");
        String broken = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: x}\nspec: {template: {spec: [1]}}\n";

        assertThat(check.check(Manifests.read(nameless).objects(), Instant.EPOCH)
                        .judged())
                .extracting(ManifestCheck.Judged::name)
                .containsExactly("unnamed");
        assertThat(check.check(Manifests.read(broken).objects(), Instant.EPOCH).unreadable())
                .hasSize(1);
    }

    /** As {@code kubectl get pods -o yaml} gives them: what is above the pods is judged, once, and not passed over. */
    @Test
    void judgesAWorkloadOfWhichOnlyPodsAreThere() {
        String pod = """
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: kafka-%d
                  namespace: shop
                  uid: u%d
                  ownerReferences: [{apiVersion: core.strimzi.io/v1, kind: StrimziPodSet, name: kafka, controller: true}]
                spec: {containers: [{name: kafka, image: "kafka:1", securityContext: {privileged: true}}]}
                status: {phase: Running}
                """;
        ManifestCheck check = new ManifestCheck(
                CompiledPolicies.compile(BuiltInPolicies.all().stream()
                        .filter(policy -> policy.name().equals("Privileged container"))
                        .toList()),
                OpenGuard.OPEN,
                Absence.IS_UNKNOWN);

        assertThat(check
                        .check(
                                Manifests.read(pod.formatted(0, 0) + pod.formatted(1, 1))
                                        .objects(),
                                Instant.EPOCH)
                        .judged()
                        .stream()
                        .filter(judged ->
                                judged.verdicts().stream().anyMatch(verdict -> verdict.outcome() == Outcome.VIOLATED)))
                .extracting(judged -> judged.kind() + " " + judged.name())
                .containsExactly("StrimziPodSet kafka");
    }
}

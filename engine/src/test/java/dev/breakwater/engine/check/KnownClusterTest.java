package dev.breakwater.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.OpenGuard;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a set of manifests shows together with the cluster that it is for. */
class KnownClusterTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Set<ObjectKind> ALL = EnumSet.allOf(ObjectKind.class);
    private static final String DEPLOYMENT = PartialManifestsTest.DEPLOYMENT;

    @Test
    void whatTheClusterLacksIsMissingForGood() {
        assertThat(outcome(DEPLOYMENT, "", ALL, "no ingress policy")).isEqualTo(Outcome.VIOLATED);
        assertThat(outcome(DEPLOYMENT, PartialManifestsTest.INGRESS_POLICY, ALL, "no ingress policy"))
                .isEqualTo(Outcome.CLEAN);
        assertThat(outcome(DEPLOYMENT, PartialManifestsTest.LOAD_BALANCER, ALL, "exposed, no ingress policy"))
                .isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void whatTheSensorDoesNotSeeStaysUnknown() {
        Set<ObjectKind> some = EnumSet.complementOf(EnumSet.of(ObjectKind.NETWORK_POLICY));

        assertThat(outcome(DEPLOYMENT, "", some, "no ingress policy")).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(DEPLOYMENT, "", some, "exposed")).isEqualTo(Outcome.CLEAN);
        assertThat(outcome(DEPLOYMENT + PartialManifestsTest.INGRESS_POLICY, "", some, "no ingress policy"))
                .isEqualTo(Outcome.CLEAN);
    }

    @Test
    void anObjectOfTheSetStandsInThePlaceOfTheKnownOne() {
        String before = PartialManifestsTest.LOAD_BALANCER;
        String after = PartialManifestsTest.INTERNAL;

        assertThat(outcome(DEPLOYMENT, before, ALL, "exposed")).isEqualTo(Outcome.VIOLATED);
        assertThat(outcome(DEPLOYMENT + after, before, ALL, "exposed")).isEqualTo(Outcome.CLEAN);
    }

    @Test
    void whatIsKnownOfAnImageIsAFact() {
        ImageDetails old = ImageDetails.NOT_LOOKED_AT.builtAt(Observed.known(Instant.parse("2024-01-01T00:00:00Z")));
        KnownCluster known = new KnownCluster(Set.of(), List.of(), Map.of("docker.io/library/web:1", old));
        List<Policy> policies =
                PolicyDocument.read(PartialManifestsTest.policy("old", PartialManifestsTest.group("Image Age", "90")));

        assertThat(outcomes(policies, DEPLOYMENT, KnownCluster.NONE).values()).containsExactly(Outcome.UNKNOWN);
        assertThat(outcomes(policies, DEPLOYMENT, known).values()).containsExactly(Outcome.VIOLATED);
    }

    /** Manifests beside a cluster that is seen wholly give the verdicts of both together. */
    @Property(tries = 100)
    void aClusterThatIsSeenAndTheSetAreOneWhole(@ForAll int part, @ForAll int there) {
        List<Policy> policies = Stream.concat(
                        PolicyDocument.read(PartialManifestsTest.POLICIES).stream(),
                        BuiltInPolicies.all().stream()
                                .filter(policy -> policy.stages().contains(Policy.Stage.DEPLOY))
                                .map(Policy::switchedOn))
                .toList();
        String set = DEPLOYMENT + PartialManifestsTest.chosen(part & ~there);
        String cluster = PartialManifestsTest.chosen(there);

        assertThat(outcomes(policies, set, known(cluster, ALL)))
                .isEqualTo(PartialManifestsTest.outcomes(policies, set + cluster, true));
    }

    private static Outcome outcome(String set, String cluster, Set<ObjectKind> seen, String policy) {
        List<Policy> policies = PolicyDocument.read(PartialManifestsTest.POLICIES);
        UUID id = policies.stream()
                .filter(one -> one.name().equals(policy))
                .findFirst()
                .orElseThrow()
                .id();
        return outcomes(policies, set, known(cluster, seen)).get(id);
    }

    private static Map<UUID, Outcome> outcomes(List<Policy> policies, String set, KnownCluster known) {
        return new ManifestCheck(CompiledPolicies.compile(policies), OpenGuard.OPEN, ManifestCheck.Absence.IS_UNKNOWN)
                        .check("c1", Manifests.read(set).objects(), facts -> known, () -> {}, NOW)
                        .judged()
                        .getFirst()
                        .verdicts()
                        .stream()
                        .collect(Collectors.toMap(verdict -> verdict.policyId(), verdict -> verdict.outcome()));
    }

    private static KnownCluster known(String manifests, Set<ObjectKind> seen) {
        KubernetesTranslation translation = new KubernetesTranslation(OpenGuard.OPEN, ManifestOwners.of(List.of()));
        List<ClusterObject> objects = Manifests.read(manifests).objects().stream()
                .flatMap(object -> translation.translate(object).stream())
                .toList();
        return new KnownCluster(seen, objects, Map.of());
    }
}

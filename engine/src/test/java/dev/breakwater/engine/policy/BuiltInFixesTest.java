package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.fix.ManifestFix;
import dev.breakwater.engine.fix.ManifestFixer;
import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.OpenGuard;
import dev.breakwater.engine.kubernetes.Owners;
import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies the suggested fix of each built-in policy to what makes it fire, and sees the violation close. */
class BuiltInFixesTest {

    /** What no change of the workload's manifest mends: images, what accounts may do, what leads to the workload. */
    private static final Set<String> IN_WORDS_ONLY = read("mended-in-words.txt");

    static Stream<Policy> mended() {
        return BuiltInPolicies.all().stream().filter(policy -> !isMendedInWords(policy));
    }

    static Stream<Policy> inWords() {
        return BuiltInPolicies.all().stream().filter(BuiltInFixesTest::isMendedInWords);
    }

    /** What happened at run time stands in no manifest either. */
    private static boolean isMendedInWords(Policy policy) {
        return IN_WORDS_ONLY.contains(policy.name()) || !policy.stages().contains(Policy.Stage.DEPLOY);
    }

    private static Set<String> read(String resource) {
        try (InputStream in = BuiltInFixesTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("mended")
    void closesTheViolation(Policy policy) {
        Workload workload = spoiled(policy);
        ManifestFix fix = fix(policy, workload).orElseThrow();

        assertThat(fix.steps()).isNotEmpty().allSatisfy(step -> assertThat(step).endsWith("."));
        assertThat(fix.diff().hunks()).isNotEmpty();
        assertThat(judged(policy, workload)).isEqualTo(Outcome.VIOLATED);
        assertThat(judged(policy, appliedAsText(fix, workload)))
                .as(fix.diff().unified("web.yaml"))
                .isEqualTo(Outcome.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("inWords")
    void saysWhatToDoWhereNoManifestMendsIt(Policy policy) {
        assertThat(fix(policy, spoiled(policy))).isEmpty();
        assertThat(policy.remediation()).hasSizeGreaterThan(10);
    }

    private static Workload spoiled(Policy policy) {
        WorkloadFixture fixture = WorkloadFixture.sound();
        BuiltInPolicyCases.ALL.get(policy.name()).spoil().accept(fixture);
        Workload built = fixture.build();
        Digest digest = Digest.parse("sha256:" + "ab".repeat(32)).orElseThrow();
        return new Workload(
                built.id(),
                built.cluster(),
                built.spec(),
                built.namespaceLabels(),
                built.exposures(),
                built.grants(),
                built.networkPolicies(),
                built.tokenMounted(),
                built.images(),
                Observed.known(Map.of(fixture.first().name, List.of(digest))),
                built.runningReplicas(),
                built.accountExists());
    }

    private static Optional<ManifestFix> fix(Policy policy, Workload workload) {
        return new ManifestFixer((spec, added) -> with(workload, spec, added))
                .fix(policy, workload, ContainerFixture.NOW);
    }

    /** From the text that people see: nothing of the fixer's own state is used. */
    private static Workload appliedAsText(ManifestFix fix, Workload workload) {
        StringBuilder text = new StringBuilder(fix.after().text());
        fix.added().forEach(one -> text.append("---\n").append(one.text()));
        List<ClusterObject> objects = new ArrayList<>();
        KubernetesTranslation translation = new KubernetesTranslation(OpenGuard.OPEN, Owners.NONE);
        Manifests.Reading reading = Manifests.read(text.toString());
        assertThat(reading.problems()).isEmpty();
        reading.objects().forEach(object -> objects.addAll(translation.translate(object)));
        List<NetworkPolicy> policies = objects.stream()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .toList();
        WorkloadSpec spec = objects.stream()
                .filter(WorkloadSpec.class::isInstance)
                .map(WorkloadSpec.class::cast)
                .findFirst()
                .orElseThrow();
        return with(workload, spec, policies);
    }

    private static Workload with(Workload from, WorkloadSpec spec, List<NetworkPolicy> added) {
        List<NetworkPolicy> selecting = added.stream()
                .filter(policy -> policy.podSelector().matches(spec.podLabels()))
                .toList();
        return new Workload(
                from.id(),
                from.cluster(),
                spec,
                from.namespaceLabels(),
                from.exposures(),
                from.grants(),
                from.networkPolicies().map(applied -> joined(applied, selecting)),
                Boolean.FALSE.equals(spec.template().automountToken()) ? Observed.known(false) : from.tokenMounted(),
                from.images(),
                from.running(),
                from.runningReplicas(),
                from.accountExists());
    }

    private static AppliedPolicies joined(AppliedPolicies applied, List<NetworkPolicy> added) {
        return new AppliedPolicies(
                Stream.concat(
                                applied.ingress().stream(),
                                added.stream()
                                        .filter(NetworkPolicy::ingress)
                                        .map(one -> one.meta().name()))
                        .toList(),
                Stream.concat(
                                applied.egress().stream(),
                                added.stream()
                                        .filter(NetworkPolicy::egress)
                                        .map(one -> one.meta().name()))
                        .toList());
    }

    private static Outcome judged(Policy policy, Workload workload) {
        return CompiledPolicies.compile(List.of(policy.switchedOn()))
                .judge(workload, ContainerFixture.NOW)
                .getFirst()
                .outcome();
    }
}

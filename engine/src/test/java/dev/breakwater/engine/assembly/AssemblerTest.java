package dev.breakwater.engine.assembly;

import static dev.breakwater.engine.assembly.AssemblyFixtures.LABELS;
import static dev.breakwater.engine.assembly.AssemblyFixtures.assemble;
import static dev.breakwater.engine.assembly.AssemblyFixtures.container;
import static dev.breakwater.engine.assembly.AssemblyFixtures.digest;
import static dev.breakwater.engine.assembly.AssemblyFixtures.forbidden;
import static dev.breakwater.engine.assembly.AssemblyFixtures.nothing;
import static dev.breakwater.engine.assembly.AssemblyFixtures.pod;
import static dev.breakwater.engine.assembly.AssemblyFixtures.port;
import static dev.breakwater.engine.assembly.AssemblyFixtures.service;
import static dev.breakwater.engine.assembly.AssemblyFixtures.spec;
import static dev.breakwater.engine.assembly.AssemblyFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.assembly.AssemblyFixtures.Around;
import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Service.Type;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssemblerTest {

    @Test
    void theIdFollowsFromClusterNamespaceKindAndName() {
        assertThat(assemble(web(), nothing()).id())
                .isEqualTo(ObjectKey.workloadId("prod", "shop", "Deployment", "web"));
    }

    @Test
    void aNamespaceThatWasNeverReportedHasUnknownLabels() {
        Namespace shop =
                new Namespace(new ObjectMeta("", "shop", "", Map.of("pod-security", "baseline"), Map.of(), null));

        assertThat(assemble(web(), nothing().namespace(Observed.known(Optional.of(shop))))
                        .namespaceLabels())
                .isEqualTo(Observed.known(Map.of("pod-security", "baseline")));
        assertThat(assemble(web(), nothing()).namespaceLabels())
                .isInstanceOfSatisfying(
                        Observed.Unknown.class,
                        unknown -> assertThat(unknown.reason()).isEqualTo(UnknownReason.NOT_COLLECTED));
        assertThat(assemble(web(), nothing().namespace(forbidden())).namespaceLabels())
                .isEqualTo(forbidden());
    }

    @Test
    void theTokenFollowsThePodThenTheAccountThenTheDefault() {
        assertThat(token(null, Observed.known(Optional.empty()))).isEqualTo(Observed.known(true));
        assertThat(token(null, account(null))).isEqualTo(Observed.known(true));
        assertThat(token(null, account(false))).isEqualTo(Observed.known(false));
        assertThat(token(true, account(false))).isEqualTo(Observed.known(true));
        assertThat(token(false, forbidden())).isEqualTo(Observed.known(false));
        assertThat(token(null, forbidden())).isEqualTo(forbidden());
    }

    @Test
    void namesThePoliciesThatSelectItByDirection() {
        Around around = nothing()
                .policies(Observed.known(List.of(
                        policy("shop", "z-both", LabelSelector.EVERYTHING, true, true),
                        policy("shop", "in", new LabelSelector(Map.of("app", "web"), List.of()), true, false),
                        policy("shop", "not-mine", new LabelSelector(Map.of("app", "api"), List.of()), true, true),
                        policy("other", "elsewhere", LabelSelector.EVERYTHING, true, true))));

        assertThat(assemble(web(), around).networkPolicies())
                .isEqualTo(Observed.known(new AppliedPolicies(List.of("in", "z-both"), List.of("z-both"))));
        assertThat(assemble(web(), nothing().policies(forbidden())).networkPolicies())
                .isEqualTo(forbidden());
    }

    @Test
    void listsTheDigestsOfLivePods() {
        Around around = nothing()
                .pods(Observed.known(List.of(
                        pod("b", "Running", 2, digest('b')),
                        pod("a", "Running", 1, digest('a')),
                        pod("c", "Running", 3, digest('b')),
                        pod("done", "Succeeded", 4, digest('c')),
                        pod("starting", "Pending", 5, null))));

        assertThat(assemble(web(), around).running())
                .isEqualTo(Observed.known(Map.of("app", List.of(digest('a'), digest('b')))));
        assertThat(assemble(web(), nothing().pods(forbidden())).running()).isEqualTo(forbidden());
    }

    @Test
    void whatRunsIsJudgedBeforeWhatIsDeclared() {
        ImageDetails declared = imageOf("declared");
        ImageDetails running = imageOf("running");
        Map<String, ImageDetails> images = Map.of(
                "docker.io/library/web:1",
                declared,
                "docker.io/library/web:1@" + digest('b').value(),
                running);
        Around around = nothing().images(images);

        assertThat(assemble(web(), nothing()).images()).isEmpty();
        assertThat(assemble(web(), around).images()).containsExactly(Map.entry("app", declared));
        assertThat(assemble(
                                web(),
                                around.pods(Observed.known(List.of(
                                        pod("z-old", "Running", 1, digest('a')),
                                        pod("new", "Running", 2, digest('b'))))))
                        .images())
                .containsExactly(Map.entry("app", running));
    }

    @Test
    void theFingerprintFollowsWhatCanBeJudgedAndNothingElse() {
        Around around = nothing().pods(Observed.known(List.of(pod("a", "Running", 1, digest('a')))));
        String before = fingerprint(web(), around);

        WorkloadSpec web = web();
        ObjectMeta meta = web.meta();
        WorkloadSpec again = new WorkloadSpec(
                new ObjectMeta("shop", "web", "uid-2", LABELS, Map.of(), meta.createdAt()),
                "Deployment",
                99,
                1,
                null,
                false,
                web.template());
        assertThat(fingerprint(again, around)).isEqualTo(before);
        assertThat(fingerprint(web, around.pods(Observed.known(List.of(pod("other", "Running", 7, digest('a')))))))
                .isEqualTo(before);

        assertThat(List.of(
                        fingerprint(web, around.pods(Observed.known(List.of(pod("a", "Running", 1, digest('b')))))),
                        fingerprint(web, around.pods(forbidden())),
                        fingerprint(web, around.services(service("web", Type.NODE_PORT, LABELS, port(80, "http")))),
                        fingerprint(web, around.images(Map.of("docker.io/library/web:1", imageOf("x")))),
                        fingerprint(spec(false, null, container("app")), around),
                        before))
                .doesNotHaveDuplicates();
    }

    private static String fingerprint(WorkloadSpec spec, Around around) {
        Workload workload = assemble(spec, around);
        return new Assembler().assembledFingerprint(workload);
    }

    private static ImageDetails imageOf(String user) {
        ImageDetails none = ImageDetails.NOT_LOOKED_AT;
        return new ImageDetails(none.createdAt(), Observed.known(user), none.labels(), none.scan());
    }

    private static Observed<Boolean> token(@Nullable Boolean own, Observed<Optional<ServiceAccount>> account) {
        return assemble(spec(false, own, container("app")), nothing().account(account))
                .tokenMounted();
    }

    private static Observed<Optional<ServiceAccount>> account(@Nullable Boolean automount) {
        return Observed.known(
                Optional.of(new ServiceAccount(ObjectMeta.of("shop", "web"), automount, List.of(), List.of())));
    }

    private static NetworkPolicy policy(
            String namespace, String name, LabelSelector pods, boolean ingress, boolean egress) {
        return new NetworkPolicy(ObjectMeta.of(namespace, name), pods, ingress, egress, List.of(), List.of());
    }
}

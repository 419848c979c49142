package dev.breakwater.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.OpenGuard;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyDocument;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a set of manifests shows, and what it cannot. */
class PartialManifestsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "web:1"}]}
            """;
    static final String LOAD_BALANCER = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}
            """;
    static final String INTERNAL = LOAD_BALANCER.replace("LoadBalancer", "ClusterIP");
    static final String INGRESS_POLICY = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop}
            spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
            """;
    private static final String INGRESS = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, namespace: shop}
            spec: {rules: [{host: shop.example.com, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}
            """;
    private static final String ADMINISTRATOR = """
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: all}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
            subjects: [{kind: ServiceAccount, name: default, namespace: shop}]
            """;

    static final String POLICIES = policy("exposed", group("Exposed To Internet", "true"))
            + policy("no ingress policy", group("Has Ingress Network Policy", "false"))
            + policy("no egress policy", group("Has Egress Network Policy", "false"))
            + policy("administrator", group("Minimum RBAC Permissions", ">=CLUSTER_ADMIN"))
            + policy(
                    "exposed, no ingress policy",
                    group("Exposed To Internet", "true"),
                    group("Has Ingress Network Policy", "false"))
            + policy("image not scanned", group("Unscanned Image", "true"))
            + policy("privileged", group("Privileged Container", "true"))
            + policy(
                    "privileged and exposed",
                    group("Privileged Container", "true"),
                    group("Exposed To Internet", "true"));

    @Test
    void whatIsMissingIsUnknown() {
        assertThat(outcomes(DEPLOYMENT, false))
                .containsEntry("exposed", Outcome.UNKNOWN)
                .containsEntry("no ingress policy", Outcome.UNKNOWN)
                .containsEntry("no egress policy", Outcome.UNKNOWN)
                .containsEntry("administrator", Outcome.UNKNOWN)
                .containsEntry("image not scanned", Outcome.UNKNOWN);
    }

    @Test
    void whatDoesNotMatterLeavesTheAnswerCertain() {
        assertThat(outcomes(DEPLOYMENT, false))
                .containsEntry("privileged", Outcome.CLEAN)
                .containsEntry("privileged and exposed", Outcome.CLEAN);
    }

    @Test
    void whatIsThereSpeaks() {
        assertThat(outcomes(DEPLOYMENT + LOAD_BALANCER + ADMINISTRATOR, false))
                .containsEntry("exposed", Outcome.VIOLATED)
                .containsEntry("administrator", Outcome.VIOLATED);
    }

    @Test
    void aPolicyInTheSetAnswersForItsDirectionOnly() {
        assertThat(outcomes(DEPLOYMENT + INGRESS_POLICY, false))
                .containsEntry("no ingress policy", Outcome.CLEAN)
                .containsEntry("no egress policy", Outcome.UNKNOWN);
    }

    @Test
    void whatIsThereDoesNotVouchForWhatIsMissing() {
        assertThat(outcomes(DEPLOYMENT + INTERNAL, false)).containsEntry("exposed", Outcome.UNKNOWN);
        assertThat(outcomes(DEPLOYMENT + LOAD_BALANCER, false))
                .containsEntry("exposed, no ingress policy", Outcome.UNKNOWN);
        assertThat(outcomes(DEPLOYMENT + INGRESS_POLICY, false))
                .containsEntry("exposed, no ingress policy", Outcome.CLEAN);
    }

    @Test
    void inACompleteSetAbsenceIsAFact() {
        assertThat(outcomes(DEPLOYMENT + LOAD_BALANCER, true))
                .containsEntry("exposed", Outcome.VIOLATED)
                .containsEntry("no ingress policy", Outcome.VIOLATED)
                .containsEntry("administrator", Outcome.CLEAN)
                .containsEntry("exposed, no ingress policy", Outcome.VIOLATED)
                .containsEntry("image not scanned", Outcome.UNKNOWN);
    }

    /**
     * What is certain of a part of a cluster holds in every cluster that has that part; but for policies about the widest way
     * in, which say what is there although a wider one may stand elsewhere.
     */
    @Property(tries = 150)
    void whatIsCertainHoldsInEveryLargerSet(@ForAll int part, @ForAll int whole) {
        List<Policy> policies = Stream.concat(
                        PolicyDocument.read(POLICIES).stream(),
                        BuiltInPolicies.all().stream()
                                .filter(policy -> policy.stages().contains(Policy.Stage.DEPLOY))
                                .filter(policy -> !policy.name().equals("Reachable by a node port"))
                                .map(Policy::switchedOn))
                .toList();
        Map<UUID, Outcome> some = outcomes(policies, DEPLOYMENT + chosen(part), false);
        Map<UUID, Outcome> all = outcomes(policies, DEPLOYMENT + chosen(part | whole), true);

        assertThat(some).allSatisfy((policy, outcome) -> {
            if (outcome != Outcome.UNKNOWN) {
                assertThat(all).containsEntry(policy, outcome);
            }
        });
    }

    static String chosen(int bits) {
        List<String> pool = List.of(
                LOAD_BALANCER,
                INTERNAL.replace("{name: web", "{name: inner"),
                LOAD_BALANCER.replace("LoadBalancer", "NodePort").replace("{name: web", "{name: node"),
                INGRESS_POLICY,
                INGRESS_POLICY.replace("[Ingress]", "[Egress]").replace("{name: web", "{name: out"),
                ADMINISTRATOR,
                ADMINISTRATOR.replace("cluster-admin", "view").replace("{name: all", "{name: see"),
                INGRESS,
                "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
                "---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default, namespace: shop}\nautomountServiceAccountToken: false\n");
        return IntStream.range(0, pool.size())
                .filter(i -> (bits & (1 << i)) != 0)
                .mapToObj(pool::get)
                .collect(Collectors.joining());
    }

    private static Map<String, Outcome> outcomes(String manifests, boolean complete) {
        List<Policy> policies = PolicyDocument.read(POLICIES);
        Map<UUID, String> names = policies.stream().collect(Collectors.toMap(Policy::id, Policy::name));
        return outcomes(policies, manifests, complete).entrySet().stream()
                .collect(Collectors.toMap(entry -> names.get(entry.getKey()), Map.Entry::getValue));
    }

    static Map<UUID, Outcome> outcomes(List<Policy> policies, String manifests, boolean complete) {
        ManifestCheck.Absence absence = complete ? ManifestCheck.Absence.IS_A_FACT : ManifestCheck.Absence.IS_UNKNOWN;
        return new ManifestCheck(CompiledPolicies.compile(policies), OpenGuard.OPEN, absence)
                .check("c1", Manifests.read(manifests).objects(), NOW).judged().getFirst().verdicts().stream()
                        .collect(Collectors.toMap(Verdict::policyId, Verdict::outcome));
    }

    static String policy(String name, String... groups) {
        return """
                ---
                id: %s
                name: %s
                severity: HIGH
                stages: [DEPLOY]
                description: Of a test.
                rationale: Of a test.
                remediation: Of a test.
                sections:
                  - groups: [%s]
                """.formatted(NameBasedId.of("test", name), name, String.join(", ", groups));
    }

    static String group(String criterion, String value) {
        return "{criterion: %s, values: ['%s']}".formatted(criterion, value);
    }
}

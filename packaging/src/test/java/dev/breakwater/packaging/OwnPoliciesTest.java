package dev.breakwater.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Owners;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Our own charts, judged by our own policies as they would be in a cluster that has just installed them. */
class OwnPoliciesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final SecretGuard OPEN = new SecretGuard() {
        @Override
        public Text guardEnv(String key, String value) {
            return Text.plain(value);
        }

        @Override
        public Text guardText(String key, String value) {
            return Text.plain(value);
        }
    };

    /** Nobody has scanned an image before there is a scanner; everything else is clean. */
    @Test
    void findNothingWrongWithCentral() {
        assertThat(violations(Chart.CENTRAL, "minimal")).containsExactly("Image never scanned");
    }

    /** The sensor reads the names of secrets, which Kubernetes grants only with their values; it says so of itself. */
    @Test
    void findOfTheSensorThatItMayReadSecrets() {
        assertThat(violations(Chart.SENSOR, "minimal"))
                .containsExactly(
                        "Image never scanned",
                        "Secrets of the whole cluster readable",
                        "Secrets readable by the account");
        assertThat(violations(Chart.SENSOR, "secret")).doesNotContain("Secrets of the whole cluster readable");
    }

    private static List<String> violations(Chart chart, String values) {
        Map<UUID, String> names = BuiltInPolicies.all().stream().collect(Collectors.toMap(Policy::id, Policy::name));
        List<Verdict> verdicts = CompiledPolicies.compile(BuiltInPolicies.all()).judge(workload(chart, values), NOW);
        assertThat(verdicts).hasSizeGreaterThan(30);
        return new ArrayList<>(verdicts.stream()
                .filter(verdict -> verdict.outcome() == Verdict.Outcome.VIOLATED)
                .map(verdict -> names.get(verdict.policyId()))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Workload workload(Chart chart, String values) {
        KubernetesTranslation translation = new KubernetesTranslation(OPEN, Owners.NONE);
        List<ClusterObject> objects = chart.objects(chart.values(values), Chart.NEW).stream()
                .filter(object -> !object.path("kind").asString().equals("Pod"))
                .flatMap(object -> translation.translate(object).stream())
                .toList();
        WorkloadSpec spec = some(objects, WorkloadSpec.class).getFirst();
        Surroundings around = new Surroundings(
                "c1",
                Observed.known(Optional.empty()),
                Observed.known(some(objects, Service.class)),
                Observed.known(List.of()),
                Observed.known(List.of()),
                Observed.known(some(objects, NetworkPolicy.class)),
                Observed.known(some(objects, ServiceAccount.class).stream().findFirst()),
                Observed.known(some(objects, RoleBinding.class)),
                Observed.known(some(objects, Role.class)),
                Observed.unknown(UnknownReason.NOT_COLLECTED, "nothing runs yet"),
                Map.of());
        return new Assembler().assemble(spec, around);
    }

    private static <T extends ClusterObject> List<T> some(List<ClusterObject> objects, Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }
}

package dev.breakwater.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Activity.ApiRequest;
import dev.breakwater.engine.policy.Policy.Exclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests to the cluster's API that concern no workload, such as the reading of a secret. */
class RequestJudgementTest {

    private static final Policy SECRET_READ = Policies.atRuntime(Policies.of(
            Policies.any("Kubernetes Resource", "SECRETS"),
            Policies.any("Kubernetes API Verb", "GET"),
            Policies.not("Kubernetes User Name", "system:serviceaccount:kube-system:.*")));

    private static ApiRequest reading(String user, String namespace) {
        return new ApiRequest("get", "secrets", namespace, "db", user, null, List.of(), "curl/8", List.of("192.0.2.1"));
    }

    private static List<Verdict> judged(Policy policy, ApiRequest request) {
        return CompiledPolicies.compile(List.of(policy)).judge("prod", request, ContainerFixture.NOW);
    }

    @Test
    void firesOnTheRequestThatItLooksForAndSaysWhoSentIt() {
        List<Verdict> verdicts = judged(SECRET_READ, reading("alice", "shop"));

        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.VIOLATED);
        assertThat(verdicts.getFirst().evidence())
                .extracting(Evidence::message)
                .contains("User alice sent get for secrets db in namespace shop from 192.0.2.1.");
        assertThat(judged(SECRET_READ, reading("system:serviceaccount:kube-system:job", "shop")))
                .isEmpty();
    }

    @Test
    void minusItsScopeAndExclusions() {
        Scope kube = new Scope("", "kube-", "", List.of(), List.of());
        Scope labelled = new Scope("", "", "", List.of(), List.of("team=a"));
        Exclusion shop = new Exclusion("known", "me", new Scope("prod", "shop", "", List.of(), List.of()), null);

        assertThat(judged(Policies.scoped(SECRET_READ, List.of(kube), List.of()), reading("alice", "shop")))
                .isEmpty();
        assertThat(judged(Policies.scoped(SECRET_READ, List.of(), List.of(shop)), reading("alice", "shop")))
                .isEmpty();
        assertThat(judged(Policies.scoped(SECRET_READ, List.of(labelled), List.of()), reading("alice", "shop")))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(verdict.unknown()).isNotEmpty();
                });
    }

    @Test
    void saysNothingForPoliciesThatAskAboutAWorkloadToo() {
        Policy both = Policies.atRuntime(Policies.of(
                Policies.any("Kubernetes Resource", "SECRETS"), Policies.any("Privileged Container", "true")));

        assertThat(judged(both, reading("alice", "shop"))).isEmpty();
    }
}

package dev.breakwater.ui.policies.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyEdit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A filter of the risk list as the beginning of a policy. */
class FilterPolicyTest {

    @Test
    void asksWhatTheFilterAsksAndLooksWhereItLooks() {
        FilterPolicy begun =
                FilterPolicy.of("privileged:yes exposure:external,route namespace:pay-* cluster:prod,test", ID);

        assertThat(begun.left()).isEmpty();
        assertThat(begun.policy().sections().getFirst().groups())
                .containsExactly(
                        new Group("Privileged Container", Operator.OR, false, List.of("true")),
                        new Group("Port Exposure Method", Operator.OR, false, List.of("EXTERNAL", "ROUTE")));
        assertThat(begun.policy().scopes())
                .containsExactly(
                        new Scope("\"prod\"", "g/pay-**", "", List.of(), List.of()),
                        new Scope("\"test\"", "g/pay-**", "", List.of(), List.of()));
        CompiledPolicies.compile(
                List.of(PolicyEdit.of(begun.policy()).name("From a filter").done()));
    }

    @Test
    void saysWhatNoCriterionAsks() {
        FilterPolicy begun = FilterPolicy.of("risk:>10 owner:team-a hostnetwork:no !namespace:kube-system web", ID);

        assertThat(begun.left()).containsExactly("risk:>10", "owner:team-a", "!namespace:kube-system", "web");
        assertThat(begun.policy().sections().getFirst().groups())
                .containsExactly(new Group("Host Network", Operator.OR, false, List.of("false")));
        assertThat(begun.policy().scopes()).isEmpty();
    }

    @Test
    void tellsALabelThatIsCarriedFromOneThatIsNot() {
        Policy carried = FilterPolicy.of("label:app.kubernetes.io/name=pay", ID).policy();
        Policy lacking = FilterPolicy.of("!label:owner", ID).policy();

        assertThat(carried.scopes())
                .containsExactly(new Scope("", "", "", List.of("app\\.kubernetes\\.io/name=pay"), List.of()));
        assertThat(lacking.sections().getFirst().groups())
                .containsExactly(new Group("Disallowed Label", Operator.OR, true, List.of("owner=")));
    }

    @Test
    void refusesAFilterThatCannotBeRead() {
        assertThatThrownBy(() -> FilterPolicy.of("namespace:\"open", ID)).isInstanceOf(InvalidRequest.class);
    }

    private static final UUID ID = UUID.fromString("7b0f7e0e-0000-7000-8000-0000000000aa");
}

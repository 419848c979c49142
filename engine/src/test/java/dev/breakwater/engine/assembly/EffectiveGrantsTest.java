package dev.breakwater.engine.assembly;

import static dev.breakwater.engine.assembly.AssemblyFixtures.account;
import static dev.breakwater.engine.assembly.AssemblyFixtures.assemble;
import static dev.breakwater.engine.assembly.AssemblyFixtures.binding;
import static dev.breakwater.engine.assembly.AssemblyFixtures.forbidden;
import static dev.breakwater.engine.assembly.AssemblyFixtures.nothing;
import static dev.breakwater.engine.assembly.AssemblyFixtures.role;
import static dev.breakwater.engine.assembly.AssemblyFixtures.rule;
import static dev.breakwater.engine.assembly.AssemblyFixtures.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.Grants.Level;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectiveGrantsTest {

    private static final Role.Rule READ_PODS = rule("", "pods", "get", "list");

    @Test
    void everyNameOfTheAccountReachesIt() {
        for (RoleBinding.Subject subject : List.of(
                account("shop", "web"),
                new RoleBinding.Subject("User", "", "system:serviceaccount:shop:web"),
                new RoleBinding.Subject("Group", "", "system:serviceaccounts"),
                new RoleBinding.Subject("Group", "", "system:serviceaccounts:shop"),
                new RoleBinding.Subject("Group", "", "system:authenticated"))) {
            assertThat(grants(binding("shop", "b", "Role", subject), role("shop", "r", READ_PODS))
                            .grants())
                    .as("%s", subject)
                    .containsExactly(new Grants.Grant("RoleBinding b", "Role r", "shop", READ_PODS));
        }
        for (RoleBinding.Subject subject : List.of(
                account("shop", "api"),
                account("other", "web"),
                new RoleBinding.Subject("User", "", "web"),
                new RoleBinding.Subject("Group", "", "system:unauthenticated"),
                new RoleBinding.Subject("Group", "", "system:serviceaccounts:other"))) {
            assertThat(grants(binding("shop", "b", "Role", subject), role("shop", "r", READ_PODS)))
                    .as("%s", subject)
                    .isEqualTo(new Grants(Level.NONE, List.of()));
        }
    }

    @Test
    void aRoleBindingTakesARoleOfItsNamespaceOrAClusterRole() {
        RoleBinding toRole = binding("shop", "b", "Role", account("shop", "web"));
        RoleBinding toClusterRole = binding("shop", "b", "ClusterRole", account("shop", "web"));

        assertThat(grants(toRole, role("shop", "r", READ_PODS)).grants()).hasSize(1);
        assertThat(grants(toRole, role("other", "r", READ_PODS)).grants()).isEmpty();
        assertThat(grants(toRole, role("", "r", READ_PODS)).grants()).isEmpty();
        assertThat(grants(toClusterRole, role("", "r", READ_PODS)).grants())
                .containsExactly(new Grants.Grant("RoleBinding b", "ClusterRole r", "shop", READ_PODS));
    }

    @Test
    void aBindingInAnotherNamespaceGrantsThere() {
        RoleBinding elsewhere = binding("other", "b", "ClusterRole", account("shop", "web"));

        assertThat(grants(elsewhere, role("", "r", READ_PODS)).grants())
                .extracting(Grants.Grant::namespace)
                .containsExactly("other");
    }

    @Test
    void levelsFollowVerbsResourcesAndReach() {
        Role.Rule everything = rule("*", "*", "*");
        Role.Rule discovery = new Role.Rule(
                List.of(), List.of(), List.of(), List.of("get"), List.of("/api/*", "/version", "/healthz"));
        Role.Rule metrics = new Role.Rule(List.of(), List.of(), List.of(), List.of("get"), List.of("/metrics"));

        assertThat(inCluster(everything)).isEqualTo(Level.CLUSTER_ADMIN);
        assertThat(inNamespace(everything)).isEqualTo(Level.ELEVATED_IN_NAMESPACE);
        assertThat(inCluster(rule("", "*", "*"))).isEqualTo(Level.ELEVATED_CLUSTER_WIDE);
        assertThat(inCluster(READ_PODS)).isEqualTo(Level.ELEVATED_CLUSTER_WIDE);
        assertThat(inCluster(metrics)).isEqualTo(Level.ELEVATED_CLUSTER_WIDE);
        assertThat(inCluster(discovery)).isEqualTo(Level.NONE);
        assertThat(inCluster(new Role.Rule(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("get"),
                        List.of("/.well-known/openid-configuration", "/openid/v1/jwks"))))
                .isEqualTo(Level.NONE);
        assertThat(inCluster(rule("authorization.k8s.io", "selfsubjectaccessreviews", "create")))
                .isEqualTo(Level.NONE);
        assertThat(inNamespace(READ_PODS)).isEqualTo(Level.DEFAULT);
        assertThat(inNamespace(rule("apps", "deployments", "patch"))).isEqualTo(Level.ELEVATED_IN_NAMESPACE);
        assertThat(inNamespace(rule("", "secrets", "get"))).isEqualTo(Level.ELEVATED_IN_NAMESPACE);
        assertThat(inNamespace(rule("", "pods/exec", "get"))).isEqualTo(Level.ELEVATED_IN_NAMESPACE);
        assertThat(inNamespace(rule("", "pods"))).isEqualTo(Level.NONE);
    }

    @Test
    void whatCannotBeSeenMakesTheAnswerUnknownOnlyWhereItMatters() {
        Observed<List<RoleBinding>> mine =
                Observed.known(List.of(binding("shop", "b", "Role", account("shop", "web"))));

        assertThat(assemble(web(), nothing().bindings(forbidden())).grants()).isEqualTo(forbidden());
        assertThat(assemble(web(), nothing().bindings(mine).roles(forbidden())).grants())
                .isEqualTo(forbidden());
        assertThat(assemble(web(), nothing().roles(forbidden())).grants().isKnown())
                .isTrue();
    }

    @Test
    void theRolesThatKubernetesMakesAreKnownByName() {
        assertThat(builtIn("", "cluster-admin")).isEqualTo(Level.CLUSTER_ADMIN);
        assertThat(builtIn("shop", "cluster-admin")).isEqualTo(Level.ELEVATED_IN_NAMESPACE);
        assertThat(builtIn("shop", "admin")).isEqualTo(Level.ELEVATED_IN_NAMESPACE);
        assertThat(builtIn("shop", "edit")).isEqualTo(Level.ELEVATED_IN_NAMESPACE);
        assertThat(builtIn("shop", "view")).isEqualTo(Level.DEFAULT);
        assertThat(builtIn("shop", "missing")).isEqualTo(Level.NONE);
    }

    @Test
    void aReportedRoleWinsOverTheOneThatKubernetesMakes() {
        RoleBinding binding = new RoleBinding(
                ObjectMeta.of("", "b"), "ClusterRole", "cluster-admin", List.of(account("shop", "web")));

        assertThat(grants(binding, role("", "cluster-admin")).level()).isEqualTo(Level.NONE);
    }

    @Test
    void anAggregatingRoleThatNobodyFilledInGathersByItself() {
        Role gathering =
                new Role(ObjectMeta.of("", "r"), List.of(), List.of(new LabelSelector(Map.of("to", "r"), List.of())));
        Role gathered = new Role(
                new ObjectMeta("", "part", "", Map.of("to", "r"), Map.of(), null), List.of(READ_PODS), List.of());
        RoleBinding binding = binding("shop", "b", "ClusterRole", account("shop", "web"));

        assertThat(grants(binding, gathering, gathered, role("", "other", rule("", "secrets", "get")))
                        .grants())
                .containsExactly(new Grants.Grant("RoleBinding b", "ClusterRole r", "shop", READ_PODS));
    }

    private static Level builtIn(String namespace, String name) {
        return grants(new RoleBinding(
                        ObjectMeta.of(namespace, "b"), "ClusterRole", name, List.of(account("shop", "web"))))
                .level();
    }

    private static Level inCluster(Role.Rule rule) {
        return grants(binding("", "b", "ClusterRole", account("shop", "web")), role("", "r", rule))
                .level();
    }

    private static Level inNamespace(Role.Rule rule) {
        return grants(binding("shop", "b", "Role", account("shop", "web")), role("shop", "r", rule))
                .level();
    }

    private static Grants grants(RoleBinding binding, Role... roles) {
        return assemble(
                        web(),
                        nothing().bindings(Observed.known(List.of(binding))).roles(Observed.known(List.of(roles))))
                .grants()
                .toOptional()
                .orElseThrow();
    }
}

package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.ServiceAccount;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTranslationTest {

    @Test
    void readsAServiceAccount() {
        ServiceAccount account = Translated.one(ServiceAccount.class, """
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: web, namespace: shop},
                 automountServiceAccountToken: false, imagePullSecrets: [{name: pull}], secrets: [{name: token}]}
                """);

        assertThat(account.automountToken()).isFalse();
        assertThat(account.imagePullSecrets()).containsExactly("pull");
        assertThat(account.secrets()).containsExactly("token");
    }

    @Test
    void readsRolesOfANamespaceAndOfTheCluster() {
        Role role = Translated.one(Role.class, """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: r, namespace: shop}
                rules: [{apiGroups: [""], resources: [pods], resourceNames: [a], verbs: [get]}]
                """);
        Role clusterRole = Translated.one(Role.class, """
                apiVersion: rbac.authorization.k8s.io/v1beta1
                kind: ClusterRole
                metadata: {name: c, namespace: ignored}
                aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: view}}]}
                rules: [{nonResourceURLs: [/metrics], verbs: [get]}]
                """);

        assertThat(role.isClusterRole()).isFalse();
        assertThat(role.rules())
                .containsExactly(new Role.Rule(List.of(""), List.of("pods"), List.of("a"), List.of("get"), List.of()));
        assertThat(clusterRole.isClusterRole()).isTrue();
        assertThat(clusterRole.rules().getFirst().nonResourceUrls()).containsExactly("/metrics");
        assertThat(clusterRole.aggregation()).containsExactly(new LabelSelector(Map.of("to", "view"), List.of()));
    }

    @Test
    void readsBindings() {
        String subjects = """
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit}
                subjects:
                - {kind: ServiceAccount, name: web}
                - {kind: ServiceAccount, name: api, namespace: other}
                - {kind: Group, name: "system:authenticated", namespace: ignored}
                """;
        String head = "apiVersion: rbac.authorization.k8s.io/v1\nmetadata: {name: b, namespace: shop}\nkind: ";
        RoleBinding binding = Translated.one(RoleBinding.class, head + "RoleBinding\n" + subjects);
        RoleBinding ofCluster = Translated.one(RoleBinding.class, head + "ClusterRoleBinding\n" + subjects);

        assertThat(binding.roleKind() + " " + binding.roleName()).isEqualTo("ClusterRole edit");
        assertThat(binding.subjects())
                .containsExactly(
                        new RoleBinding.Subject("ServiceAccount", "shop", "web"),
                        new RoleBinding.Subject("ServiceAccount", "other", "api"),
                        new RoleBinding.Subject("Group", "", "system:authenticated"));
        assertThat(ofCluster.isClusterRoleBinding()).isTrue();
        assertThat(ofCluster.subjects().getFirst().namespace()).isEmpty();
    }
}

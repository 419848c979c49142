package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.ServiceAccount;
import tools.jackson.databind.JsonNode;

/** Reads service accounts, roles and their bindings. */
final class AccessTranslation {

    private final Metadata metadata;

    AccessTranslation(Metadata metadata) {
        this.metadata = metadata;
    }

    ServiceAccount serviceAccount(JsonNode account) {
        return new ServiceAccount(
                metadata.namespaced(account),
                Tree.flagOrNull(account, "automountServiceAccountToken"),
                Tree.textsOf(account, "imagePullSecrets", "name"),
                Tree.textsOf(account, "secrets", "name"));
    }

    Role role(JsonNode role, boolean ofCluster) {
        return new Role(
                ofCluster ? metadata.clusterScoped(role) : metadata.namespaced(role),
                Tree.objects(role, "rules").stream()
                        .map(AccessTranslation::rule)
                        .toList(),
                Tree.objects(role, "aggregationRule.clusterRoleSelectors").stream()
                        .map(Selectors::of)
                        .toList());
    }

    RoleBinding binding(JsonNode binding, boolean ofCluster) {
        String namespace = ofCluster ? "" : metadata.namespaced(binding).namespace();
        return new RoleBinding(
                ofCluster ? metadata.clusterScoped(binding) : metadata.namespaced(binding),
                Tree.text(binding, "roleRef.kind"),
                Tree.text(binding, "roleRef.name"),
                Tree.objects(binding, "subjects").stream()
                        .map(subject -> subject(subject, namespace))
                        .toList());
    }

    private static Role.Rule rule(JsonNode rule) {
        return new Role.Rule(
                Tree.texts(rule, "apiGroups"),
                Tree.texts(rule, "resources"),
                Tree.texts(rule, "resourceNames"),
                Tree.texts(rule, "verbs"),
                Tree.texts(rule, "nonResourceURLs"));
    }

    /** An account without a namespace, which only a manifest can have, is meant in the binding's own. */
    private static RoleBinding.Subject subject(JsonNode subject, String namespace) {
        String kind = Tree.text(subject, "kind");
        return new RoleBinding.Subject(
                kind,
                kind.equals("ServiceAccount") ? Tree.textOr(subject, "namespace", namespace) : "",
                Tree.text(subject, "name"));
    }
}

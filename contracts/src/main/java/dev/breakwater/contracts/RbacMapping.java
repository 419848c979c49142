package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.RoleBindingFacts;
import dev.breakwater.contracts.v1.RoleFacts;
import dev.breakwater.contracts.v1.ServiceAccountFacts;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.ServiceAccount;

/** Who may do what: service accounts, roles and their bindings. */
final class RbacMapping {

    private RbacMapping() {}

    static ServiceAccountFacts toWire(ServiceAccount account) {
        ServiceAccountFacts.Builder wire = ServiceAccountFacts.newBuilder()
                .setMeta(MetaMapping.toWire(account.meta()))
                .addAllImagePullSecrets(
                        Bounds.names("ServiceAccountFacts.image_pull_secrets", account.imagePullSecrets()))
                .addAllSecrets(Bounds.names("ServiceAccountFacts.secrets", account.secrets()));
        if (account.automountToken() != null) {
            wire.setAutomountToken(account.automountToken());
        }
        return wire.build();
    }

    static ServiceAccount fromWire(ServiceAccountFacts wire) {
        return new ServiceAccount(
                MetaMapping.fromWire("ServiceAccountFacts.meta", wire.hasMeta(), wire.getMeta()),
                wire.hasAutomountToken() ? wire.getAutomountToken() : null,
                Bounds.names("ServiceAccountFacts.image_pull_secrets", wire.getImagePullSecretsList()),
                Bounds.names("ServiceAccountFacts.secrets", wire.getSecretsList()));
    }

    static RoleFacts toWire(Role role) {
        RoleFacts.Builder wire = RoleFacts.newBuilder().setMeta(MetaMapping.toWire(role.meta()));
        Bounds.list("RoleFacts.rules", role.rules()).forEach(rule -> wire.addRules(toWire(rule)));
        Bounds.list("RoleFacts.aggregation", role.aggregation())
                .forEach(selector -> wire.addAggregation(SelectorMapping.toWire(selector)));
        return wire.build();
    }

    static Role fromWire(RoleFacts wire) {
        return new Role(
                MetaMapping.fromWire("RoleFacts.meta", wire.hasMeta(), wire.getMeta()),
                Bounds.list("RoleFacts.rules", wire.getRulesList()).stream()
                        .map(RbacMapping::fromWire)
                        .toList(),
                Bounds.list("RoleFacts.aggregation", wire.getAggregationList()).stream()
                        .map(SelectorMapping::fromWire)
                        .toList());
    }

    static RoleBindingFacts toWire(RoleBinding binding) {
        RoleBindingFacts.Builder wire = RoleBindingFacts.newBuilder()
                .setMeta(MetaMapping.toWire(binding.meta()))
                .setRoleKind(Bounds.name("RoleBindingFacts.role_kind", binding.roleKind()))
                .setRoleName(Bounds.name("RoleBindingFacts.role_name", binding.roleName()));
        Bounds.list("RoleBindingFacts.subjects", binding.subjects())
                .forEach(subject -> wire.addSubjects(toWire(subject)));
        return wire.build();
    }

    static RoleBinding fromWire(RoleBindingFacts wire) {
        return new RoleBinding(
                MetaMapping.fromWire("RoleBindingFacts.meta", wire.hasMeta(), wire.getMeta()),
                Bounds.name("RoleBindingFacts.role_kind", wire.getRoleKind()),
                Bounds.name("RoleBindingFacts.role_name", wire.getRoleName()),
                Bounds.list("RoleBindingFacts.subjects", wire.getSubjectsList()).stream()
                        .map(RbacMapping::fromWire)
                        .toList());
    }

    private static RoleFacts.Rule toWire(Role.Rule rule) {
        return RoleFacts.Rule.newBuilder()
                .addAllApiGroups(Bounds.names("Rule.api_groups", rule.apiGroups()))
                .addAllResources(Bounds.names("Rule.resources", rule.resources()))
                .addAllResourceNames(Bounds.names("Rule.resource_names", rule.resourceNames()))
                .addAllVerbs(Bounds.names("Rule.verbs", rule.verbs()))
                .addAllNonResourceUrls(Bounds.names("Rule.non_resource_urls", rule.nonResourceUrls()))
                .build();
    }

    private static Role.Rule fromWire(RoleFacts.Rule wire) {
        return new Role.Rule(
                Bounds.names("Rule.api_groups", wire.getApiGroupsList()),
                Bounds.names("Rule.resources", wire.getResourcesList()),
                Bounds.names("Rule.resource_names", wire.getResourceNamesList()),
                Bounds.names("Rule.verbs", wire.getVerbsList()),
                Bounds.names("Rule.non_resource_urls", wire.getNonResourceUrlsList()));
    }

    private static RoleBindingFacts.Subject toWire(RoleBinding.Subject subject) {
        return RoleBindingFacts.Subject.newBuilder()
                .setKind(Bounds.name("Subject.kind", subject.kind()))
                .setNamespace(Bounds.name("Subject.namespace", subject.namespace()))
                .setName(Bounds.name("Subject.name", subject.name()))
                .build();
    }

    private static RoleBinding.Subject fromWire(RoleBindingFacts.Subject wire) {
        return new RoleBinding.Subject(
                Bounds.name("Subject.kind", wire.getKind()),
                Bounds.name("Subject.namespace", wire.getNamespace()),
                Bounds.name("Subject.name", wire.getName()));
    }
}

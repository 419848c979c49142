package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import java.util.List;
import java.util.stream.Stream;

/** Finds the role that a binding names, with all of its rules. */
final class KnownRoles {

    private final List<Role> roles;

    KnownRoles(List<Role> roles) {
        this.roles = roles;
    }

    /** The role, none if it is missing: a binding to nothing grants nothing. */
    Stream<Role> namedBy(RoleBinding binding) {
        List<Role> found =
                roles.stream().filter(role -> isNamedBy(binding, role)).toList();
        boolean builtIn = found.isEmpty() && binding.roleKind().equals("ClusterRole");
        return builtIn ? BuiltInRoles.named(binding.roleName()).stream() : found.stream();
    }

    /**
     * The rules of a role. An aggregating role whose rules no controller has filled in, as in a folder of manifests, has
     * those of the roles that it gathers.
     */
    Stream<Role.Rule> rules(Role role) {
        if (!role.rules().isEmpty() || role.aggregation().isEmpty()) {
            return role.rules().stream();
        }
        return roles.stream()
                .filter(Role::isClusterRole)
                .filter(gathered -> role.aggregation().stream()
                        .anyMatch(selector -> selector.matches(gathered.meta().labels())))
                .flatMap(gathered -> gathered.rules().stream());
    }

    private static boolean isNamedBy(RoleBinding binding, Role role) {
        boolean sameNamespace = role.isClusterRole()
                || role.meta().namespace().equals(binding.meta().namespace());
        return sameNamespace
                && binding.roleKind().equals(role.kindName())
                && binding.roleName().equals(role.meta().name());
    }
}

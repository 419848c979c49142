package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Grants.Grant;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every rule that bindings give, with to whom: what answers "who may do this?". */
public final class BoundGrants {

    private static final List<String> READING = List.of("get", "list", "watch", "*");

    private BoundGrants() {}

    /** A rule as it reaches a subject. */
    public record Bound(RoleBinding.Subject subject, Grant grant) {}

    /**
     * The rules that reach subjects.
     *
     * @param roles those that the bindings name, as far as they are known; built-in roles are known by themselves
     * @param wanted which rules are asked for
     */
    public static List<Bound> of(List<RoleBinding> bindings, List<Role> roles, Predicate<Grant> wanted) {
        KnownRoles known = new KnownRoles(roles);
        return bindings.stream().flatMap(binding -> of(binding, known, wanted)).toList();
    }

    private static Stream<Bound> of(RoleBinding binding, KnownRoles roles, Predicate<Grant> wanted) {
        List<Grant> grants = roles.namedBy(binding)
                .flatMap(role -> EffectiveGrants.grants(binding, role, roles))
                .distinct()
                .filter(wanted)
                .toList();
        return binding.subjects().stream()
                .distinct()
                .flatMap(subject -> grants.stream().map(grant -> new Bound(subject, grant)));
    }

    /** Whether a rule lets one read a secret of the namespace that the grant holds in. */
    public static boolean readsSecret(Grant grant, String secret) {
        Role.Rule rule = grant.rule();
        return rule.verbs().stream().anyMatch(READING::contains)
                && rule.resources().stream().anyMatch(resource -> resource.equals("secrets") || resource.equals("*"))
                && rule.apiGroups().stream().anyMatch(group -> group.isEmpty() || group.equals("*"))
                && (rule.resourceNames().isEmpty() || rule.resourceNames().contains(secret));
    }
}

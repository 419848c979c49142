package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.Grants.Grant;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the service account of a workload may do: every rule of every role that a binding gives to the account, by its
 * name, by one of the groups that it is always in, or by its user name.
 */
final class EffectiveGrants {

    private static final Comparator<Grant> ORDER = Comparator.comparing(Grant::binding)
            .thenComparing(Grant::namespace)
            .thenComparing(Grant::role)
            .thenComparing(grant -> grant.rule().toString());

    private final String namespace;
    private final String account;

    private EffectiveGrants(WorkloadSpec spec) {
        this.namespace = spec.meta().namespace();
        this.account = spec.template().serviceAccount();
    }

    static Observed<Grants> of(WorkloadSpec spec, Surroundings around) {
        EffectiveGrants grants = new EffectiveGrants(spec);
        return switch (around.bindings()) {
            case Observed.Unknown<List<RoleBinding>>(UnknownReason reason, String detail) ->
                Observed.unknown(reason, detail);
            case Observed.Known<List<RoleBinding>>(List<RoleBinding> all) -> {
                List<RoleBinding> reaching =
                        all.stream().filter(grants::isReachedBy).toList();
                yield reaching.isEmpty()
                        ? Observed.known(new Grants(Grants.Level.NONE, List.of()))
                        : around.roles().map(roles -> joined(reaching, new KnownRoles(roles)));
            }
        };
    }

    private static Grants joined(List<RoleBinding> bindings, KnownRoles roles) {
        List<Grant> grants = bindings.stream()
                .flatMap(binding -> roles.namedBy(binding).flatMap(role -> grants(binding, role, roles)))
                .distinct()
                .sorted(ORDER)
                .toList();
        return new Grants(GrantLevels.of(grants), grants);
    }

    static Stream<Grant> grants(RoleBinding binding, Role role, KnownRoles roles) {
        return roles.rules(role)
                .map(rule -> new Grant(
                        binding.kindName() + " " + binding.meta().name(),
                        role.kindName() + " " + role.meta().name(),
                        binding.meta().namespace(),
                        rule));
    }

    private boolean isReachedBy(RoleBinding binding) {
        return binding.subjects().stream().anyMatch(this::is);
    }

    private boolean is(RoleBinding.Subject subject) {
        return switch (subject.kind()) {
            case "ServiceAccount" ->
                subject.namespace().equals(namespace) && subject.name().equals(account);
            case "User" -> subject.name().equals("system:serviceaccount:" + namespace + ":" + account);
            case "Group" ->
                subject.name().equals("system:authenticated")
                        || subject.name().equals("system:serviceaccounts")
                        || subject.name().equals("system:serviceaccounts:" + namespace);
            default -> false;
        };
    }
}

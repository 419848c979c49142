package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.Grants.Grant;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfWorkload;
import java.util.List;
import java.util.stream.Collectors;

/** What a workload's service account may do in the cluster's API, by verb and resource. */
final class EffectivePermission extends Criterion<OfWorkload> {

    private static final int SHOWN = 3;

    EffectivePermission() {
        super(CriterionCard.of(
                "Effective Permission",
                Level.WORKLOAD,
                new ValueGrammar(ValueGrammar.Form.PERMISSION, Permission.ALLOWED, List.of(), "get:secrets@cluster"),
                "Something that the service account may do, whichever role gives it; rules that are limited to single"
                        + " named objects do not count."));
    }

    @Override
    public Condition<OfWorkload> condition(String value) {
        Permission wanted = Permission.parse(value);
        return (of, asOf) -> Answer.of(of.workload().grants(), grants -> {
            for (Grant grant : grants.grants()) {
                if (wanted.isGivenBy(grant)) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public Sighting see(OfWorkload of, Policy.Group group) {
        String account = of.workload().spec().template().serviceAccount();
        List<Permission> wanted = group.values().stream().map(Permission::parse).toList();
        String found = of.workload().grants().map(Grants::grants).toOptional().orElse(List.of()).stream()
                .filter(grant -> wanted.stream().anyMatch(one -> one.isGivenBy(grant)))
                .map(EffectivePermission::words)
                .distinct()
                .sorted()
                .limit(SHOWN)
                .collect(Collectors.joining("; "));
        return new Sighting(
                found.isEmpty()
                        ? "Service account " + account + " lacks the permission."
                        : "Service account " + account + " may " + found + ".",
                "serviceAccount",
                found,
                of.podPath("serviceAccountName"));
    }

    private static String words(Grant grant) {
        Role.Rule rule = grant.rule();
        return String.join(", ", rule.verbs()) + " " + String.join(", ", rule.resources())
                + (grant.namespace().isEmpty() ? " everywhere" : " in namespace " + grant.namespace()) + " by "
                + grant.binding() + " to " + grant.role();
    }
}

package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.List;
import java.util.stream.Collectors;

/** What a role grants, or the role of a binding. */
final class GrantedPermission extends Criterion<OfObject> {

    GrantedPermission() {
        super(CriterionCard.of(
                "Granted Permission",
                Level.OBJECT,
                new ValueGrammar(ValueGrammar.Form.PERMISSION, Permission.ALLOWED, List.of(), "create:pods/exec"),
                "Something that a role allows, or that a binding grants by its role; rules that are limited to single named"
                        + " objects do not count."));
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfRole
                || of.resource().content() instanceof Resource.OfBinding;
    }

    private static Observed<List<Role.Rule>> rules(OfObject of) {
        return switch (of.resource().content()) {
            case Resource.OfRole(List<Role.Rule> rules) -> Observed.known(rules);
            case Resource.OfBinding binding -> binding.rules();
            default -> Observed.unknown(UnknownReason.NOT_COLLECTED, "");
        };
    }

    private static boolean reaches(OfObject of, Permission wanted) {
        return !wanted.everywhere() || of.resource().meta().namespace().isEmpty();
    }

    @Override
    public Condition<OfObject> condition(String value) {
        Permission wanted = Permission.parse(value);
        return (of, asOf) -> reaches(of, wanted)
                ? Answer.of(rules(of), rules -> rules.stream().anyMatch(wanted::isGivenBy))
                : Answer.NO;
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        List<Permission> wanted = group.values().stream().map(Permission::parse).toList();
        String found = rules(of).toOptional().orElse(List.of()).stream()
                .filter(rule -> wanted.stream().anyMatch(one -> one.isGivenBy(rule)))
                .map(rule -> String.join(", ", rule.verbs()) + " on " + String.join(", ", rule.resources()))
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
        return new Sighting(
                of.words() + (found.isEmpty() ? " does not grant it." : " grants " + found + "."),
                "rules",
                found,
                of.resource().content() instanceof Resource.OfBinding ? "roleRef" : "rules");
    }
}

package dev.breakwater.engine.policy.linked;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import dev.breakwater.engine.policy.linked.Linked.OfRule;
import dev.breakwater.engine.policy.linked.Linked.OfSubject;
import dev.breakwater.engine.policy.linked.Linked.Unseen;
import java.util.List;
import java.util.stream.IntStream;

/** Lists the elements below an object that is no workload. */
final class ObjectParts {

    private ObjectParts() {}

    static List<? extends Linked> rules(OfObject of) {
        return switch (of.resource().content()) {
            case Resource.OfRole(List<Role.Rule> rules) -> numbered(of, rules);
            case Resource.OfBinding binding ->
                switch (binding.rules()) {
                    case Observed.Known<List<Role.Rule>>(List<Role.Rule> rules) -> numbered(of, rules);
                    case Observed.Unknown<List<Role.Rule>>(UnknownReason reason, String detail) ->
                        List.of(new Unseen("", "role " + binding.roleName(), reason, detail));
                };
            default -> List.of();
        };
    }

    private static List<OfRule> numbered(OfObject of, List<Role.Rule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(index -> new OfRule(of, index, rules.get(index)))
                .toList();
    }

    static List<OfSubject> subjects(OfObject of) {
        if (!(of.resource().content() instanceof Resource.OfBinding binding)) {
            return List.of();
        }
        List<RoleBinding.Subject> subjects = binding.subjects();
        return IntStream.range(0, subjects.size())
                .mapToObj(index -> new OfSubject(of, index, subjects.get(index)))
                .toList();
    }
}

package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfRule;
import java.util.List;

/** Where a rule stands for everything. */
final class RuleWildcard extends ChoiceCriterion<OfRule> {

    RuleWildcard() {
        super(
                "Rule Wildcard",
                Level.RULE,
                List.of("VERBS", "RESOURCES", "BOTH", "NEITHER"),
                "Where a rule of a role stands for everything: in its VERBS, RESOURCES, BOTH or NEITHER.");
    }

    @Override
    Observed<String> read(OfRule of) {
        boolean verbs = of.rule().verbs().contains("*");
        boolean resources = of.rule().resources().contains("*");
        return Observed.known(verbs ? resources ? "BOTH" : "VERBS" : resources ? "RESOURCES" : "NEITHER");
    }

    @Override
    public Sighting see(OfRule of, Policy.Group group) {
        return new Sighting(
                of.in().words() + " has a rule for "
                        + String.join(", ", of.rule().verbs()) + " on "
                        + String.join(", ", of.rule().resources()) + ".",
                "rules",
                found(of),
                "rules[" + of.index() + "]");
    }
}
